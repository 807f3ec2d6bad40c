import { describe, expect, it } from 'vitest';
import { ItsmError } from './itsm-error.ts';
import { parseJsonWithPlaces } from './json/parse-json-with-places.ts';
import { parseAnalysis } from './parse-analysis.ts';

const job = { id: 'abc123', title: 'Checkout requests time out', severity: 'high' };

function problemsOf(value: unknown, place?: string): readonly string[] {
  try {
    parseAnalysis(value, place);
  } catch (error) {
    if (ItsmError.is(error) && error.kind === 'input') return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('parseAnalysis', () => {
  it('refuses what is too large or too deep for a ticket, a value that holds itself too', () => {
    const holdsItself: Record<string, unknown> = {};
    holdsItself.again = holdsItself;
    const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`);
    const wide = Array.from({ length: 10 }).reduce(inner => Array(10).fill(inner), 'x');
    expect(problemsOf({ job, analysis: { logs: 'x'.repeat(17_000_000) } }, 'a.json')).toEqual([
      'a.json: has more than 16 million characters; leave out what no ticket needs, such as whole logs.',
    ]);
    expect(problemsOf({ job, analysis: { wide } })).toEqual([expect.stringContaining('16 million characters')]);
    expect(problemsOf({ job, analysis: { deep } })).toEqual(['analysis: is nested more than 100 levels deep.']);
    expect(problemsOf({ job, analysis: holdsItself })).toEqual(['analysis: is nested more than 100 levels deep.']);
  });

  it('needs a job with id, title and severity, and no more', () => {
    expect(parseAnalysis({ job })).toEqual({ job, analysis: {} });
  });

  it('keeps members that nobody has listed, for templates and mappings', () => {
    const value = { job: { ...job, region: 'eu' }, analysis: { blast_radius: [1] }, caused_by: { deploy: 7 } };
    expect(parseAnalysis(value)).toEqual(value);
  });

  it.each(['CRITICAL', 'Critical', 'critical'])('takes the severity %s', severity => {
    expect(parseAnalysis({ job: { ...job, severity } }).job.severity).toBe('critical');
  });

  it('takes a report without a format as Markdown', () => {
    expect(parseAnalysis({ job, report: { content: '# Report' } }).report).toEqual({
      format: 'markdown',
      content: '# Report',
    });
  });

  it('leaves the value that it was given as it was', () => {
    const value = Object.freeze({ job: Object.freeze({ ...job, severity: 'HIGH' }) });
    parseAnalysis(value);
    expect(value).toEqual({ job: { ...job, severity: 'HIGH' } });
  });

  it('names every problem at once, with its place, its path and what is accepted', () => {
    expect(problemsOf({ job: { id: ' ', severity: 'urgent' } }, 'analyses.jsonl:3')).toEqual([
      'analyses.jsonl:3: job.id: must not be empty',
      'analyses.jsonl:3: job.title: is required and must be a text',
      'analyses.jsonl:3: job.severity: found the text "urgent"; accepted are critical, high, medium, low',
    ]);
  });

  it('names line and column, where the value has them', () => {
    const file = 'jobs.jsonl';
    const { value, placeOf } = parseJsonWithPlaces('{"job": {"id": 7, "severity": "low"}}', {
      file,
      kind: 'input',
      firstLine: 3,
    });
    const problems = [
      { file, line: 3, column: 10, path: 'job.id', message: 'found 7; it must be a text' },
      { file, line: 3, column: 2, path: 'job.title', message: 'is required and must be a text' },
    ];
    expect(() => parseAnalysis(value, { file, placeOf })).toThrow(
      expect.objectContaining({ problems, message: expect.stringContaining('jobs.jsonl:3:10: job.id: found 7') }),
    );
  });

  it.each([
    [[{ job }], 'found a list; accepted is one analysis, or several one a line in a .jsonl file'],
    [{ Job: job }, 'job: is missing; accepted is an object; did you mean it by "Job"?'],
    [
      { jira: { endpoint: 'x' } },
      'job: is missing; accepted is an object; this is a config, and an analysis is wanted',
    ],
    [{ job, report: '# x' }, 'report: found the text "# x"; accepted is an object'],
    [
      { job, report: { format: 'pdf', content: '' } },
      'report.format: found the text "pdf"; accepted is one of "markdown", "html"',
    ],
    [
      { job: { ...job, severity: 'x'.repeat(9999) } },
      `job.severity: found the text "${'x'.repeat(60)}…"; accepted are critical, high, medium, low`,
    ],
  ])('says what to do about %j', (value, message) => {
    expect(problemsOf(value)).toEqual([`analysis: ${message}`]);
  });

  it('says that the severity is missing', () => {
    expect(problemsOf({ job: { ...job, severity: undefined } })).toEqual([
      'analysis: job.severity: is missing; accepted are critical, high, medium, low',
    ]);
  });

  it.each([
    [null],
    [undefined],
    ['text'],
    [[]],
    [7],
    [{}],
    [{ job: null }],
    [{ job, analysis: [] }],
    [{ job, report: '# x' }],
  ])('refuses %j', value => {
    expect(problemsOf(value)).not.toEqual([]);
  });
});
