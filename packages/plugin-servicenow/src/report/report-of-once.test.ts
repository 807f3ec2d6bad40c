import { parseMarkdown } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { reportOf } from './report-of.ts';

const job = { id: 'j1', title: 't', severity: 'low' } as const;
const body = { kind: 'markdown', root: parseMarkdown(`${'word '.repeat(50_000)}`) } as const;

it('is made once of a body, and anew where something else is asked of it', () => {
  const both = { description: 'text', work_notes: 'html' } as const;
  const first = reportOf({ body, job }, both);
  expect(reportOf({ body, job }, { ...both })).toBe(first);
  expect(reportOf({ body, job }, { ...both, work_notes: 'none' }).fields).toEqual({
    description: first.fields.description,
  });
  const other = reportOf({ body, job: { ...job, id: 'j2' } }, both);
  expect(first.fields.description).toContain('Job j1 has the whole of it.');
  expect(other.fields.description).toContain('Job j2 has the whole of it.');
});
