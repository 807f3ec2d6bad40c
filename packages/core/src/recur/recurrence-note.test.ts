import { describe, expect, it } from 'vitest';
import { parseAnalysis } from '../parse-analysis.ts';
import { documentToText } from '../render/document-to-text.ts';
import { recurrenceNote } from './recurrence-note.ts';

const job = { id: 'abc123', title: 'Checkout *requests*\ntime out', severity: 'high' };
const noteOf = (more: object = {}, analysis: object = {}) =>
  recurrenceNote(parseAnalysis({ job: { ...job, ...more }, analysis }));

describe('the note on the earlier ticket', () => {
  it('says what recurred, how bad it is, in which job, and its summary', () => {
    const url = 'https://rca.example.com/jobs/abc123';
    const note = noteOf({ url }, { executive_summary: 'Checkout timed out for **23 minutes**.' });
    expect(documentToText(note)).toMatchInlineSnapshot(`
      "The problem has occurred again: Checkout *requests* time out

      - Severity: high
      - Job: abc123 (https://rca.example.com/jobs/abc123)

      Checkout timed out for 23 minutes.
      "
    `);
    expect(JSON.stringify(note)).toContain(`"url":"${url}"`);
  });

  it('takes the summary of the job where the analysis has none, and does without', () => {
    expect(documentToText(noteOf({ analysis_summary: 'The pool was too small.' }))).toContain(
      'The pool was too small.',
    );
    expect(documentToText(noteOf({}, { executive_summary: '  ' })).trim()).toMatch(/Job: abc123$/);
  });

  it('takes no link that a browser would run', () => {
    expect(JSON.stringify(noteOf({ url: 'javascript:alert(1)' }))).not.toContain('javascript');
  });

  it('is the same for the same analysis', () => {
    expect(noteOf()).toEqual(noteOf());
  });
});
