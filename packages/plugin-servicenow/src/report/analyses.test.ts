import { readdirSync, readFileSync } from 'node:fs';
import { htmlToMarkdown, parseMarkdown } from '@itsm-bridge/core';
import type { Nodes } from 'mdast';
import { expect, it } from 'vitest';
import { bare, openDesk } from '../__tests__/desk.ts';
import { dangersIn } from './__tests__/dangers-in.ts';
import { seenIn } from './__tests__/told.ts';

const folder = new URL('../../../../examples/analyses/', import.meta.url);
const files = readdirSync(folder).filter(name => name.endsWith('.json'));

it.each(files)('%s: each stretch of the report arrives in both fields, and none acts', async name => {
  const analysis = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  await using desk = await openDesk(bare);
  const [delivery] = await desk.itsm.createTickets(analysis);
  const [incident] = desk.instance.incidents();
  const note = desk.instance.journal(incident?.sys_id ?? '')[0]?.value ?? '';
  expect(delivery).toMatchObject({ status: 'created', warnings: [] });
  expect(dangersIn(note)).toEqual([]);
  const stretches = stretchesIn(parseMarkdown(writtenIn(analysis)));
  expect(stretches.length).toBeGreaterThan(5);
  for (const seen of [incident?.description ?? '', seenIn(note)].map(lettersOf)) {
    expect(stretches.filter(stretch => !seen.includes(lettersOf(stretch)))).toEqual([]);
  }
});

/** The report where there is one, as it stands for the rest. */
function writtenIn({ report, analysis = {} }: Readonly<Record<string, Record<string, unknown> | undefined>>): string {
  if (report === undefined) return `${analysis.executive_summary}\n\n${analysis.root_cause}`;
  const content = String(report.content);
  return report.format === 'html' ? htmlToMarkdown(content) : content;
}

/** The stretches of text without markup between. */
function stretchesIn(node: Nodes): readonly string[] {
  if ('children' in node) return node.children.flatMap(stretchesIn);
  if (node.type === 'html') return [node.value.replace(/<!--.*?-->/gs, '').replace(/<br>/g, '')];
  return 'value' in node ? [node.value] : [];
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
