import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { definePlugin } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../pages.ts';
import { configReference } from './config-reference.ts';
import { referenceFile, referencePage } from './reference-page.ts';

describe('docs/CONFIG.md', () => {
  it('is as the schemas are', async () => {
    const written = await readFile(join(root, referenceFile), 'utf8');
    expect(written, 'It is old: npx pnpm@10 reference').toBe(referencePage());
  });

  it('says of each member what it means', () => {
    const rows = referencePage().match(/^\| .*\|$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(row => row.endsWith('|  |'))).toEqual([]);
  });
});

it('a member is a row with its type, its default and its meaning, those within it too', () => {
  const [, , section] = configReference([
    definePlugin({
      ...{ name: 'desk', fieldRules: {}, settleWindowMs: 0, template: jira.template },
      connect: () => {
        throw new Error('never connected');
      },
      settings: z.strictObject({
        size: z.number().int().min(1).max(9).default(3).meta({ description: 'How large' }),
        queue: z.enum(['a', 'b']).meta({ description: 'Which' }),
        places: z.record(
          z.string(),
          z.strictObject({ room: z.string().optional().meta({ description: 'Where; default: the hall' }) }),
        ),
        colours: z.array(z.string()).default([]),
      }),
    }),
  ]);
  expect(section?.rows).toEqual([
    { path: 'size', type: 'whole number, 1 to 9', fallback: '`3`', meaning: 'How large' },
    { path: 'queue', type: '`a`, `b`', fallback: '**required**', meaning: 'Which' },
    { path: 'places', type: '{ name: object }', fallback: '**required**', meaning: '' },
    { path: 'places.<name>.room', type: 'text', fallback: 'the hall', meaning: 'Where' },
    { path: 'colours', type: 'list of text', fallback: '', meaning: '' },
  ]);
});
