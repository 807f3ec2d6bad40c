import { describe, expect, it } from 'vitest';
import { ItsmError } from './itsm-error.ts';
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
      'analyses.jsonl:3: job.severity: found "urgent"; accepted are critical, high, medium, low',
    ]);
  });

  it('says that the severity is missing', () => {
    expect(problemsOf({ job: { ...job, severity: undefined } })).toEqual([
      'analysis: job.severity: found nothing; accepted are critical, high, medium, low',
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
