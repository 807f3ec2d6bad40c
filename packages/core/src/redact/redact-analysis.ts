import type { Analysis } from '../analysis.ts';
import { ItsmError } from '../itsm-error.ts';
import { type Redaction, redactText } from './redact-pieces.ts';
import { redactValue } from './redact-value.ts';

/**
 * An analysis without what the patterns find. What tells it from others stays as it is: with a part taken out, two jobs
 * could become one and a ticket be missing, and a change of the patterns could make a second ticket.
 *
 * @throws ItsmError kind `input`: a pattern is found in `job.id` or `fingerprint`
 */
export function redactAnalysis(given: Analysis, redaction: Redaction, place = 'analysis'): Analysis {
  const text = (value: string) => redactText(value, redaction);
  const members = <Members extends object>(value: Members) => redactValue(value, redaction) as Members;
  // The names of the schema stay, whatever a pattern finds in them.
  const { job, analysis, report, fingerprint, ...more } = given;
  const { id, severity, title, url, ...moreOfJob } = job;
  refuseIn(id, 'job.id', redaction, place);
  if (fingerprint !== undefined) refuseIn(fingerprint, 'fingerprint', redaction, place);
  return {
    ...members(more),
    job: { ...members(moreOfJob), id, severity, title: text(title), ...(url === undefined ? {} : { url: text(url) }) },
    analysis: members(analysis),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(report === undefined ? {} : { report: withoutWords(report, members, text) }),
  };
}

function withoutWords(
  { format, content, ...more }: NonNullable<Analysis['report']>,
  members: <Members extends object>(value: Members) => Members,
  text: (value: string) => string,
): NonNullable<Analysis['report']> {
  return { ...members(more), format, content: text(content) };
}

function refuseIn(text: string, path: string, { patterns }: Redaction, place: string): void {
  const found = patterns.find(pattern => redactText(text, { patterns: [pattern], tally: new Map() }) !== text);
  if (found === undefined) return;
  const why = 'it tells this analysis from others and stays as it is: make it of something else';
  throw new ItsmError('input', `${place}: ${path}: holds what $settings.redact takes out as "${found.name}"; ${why}.`);
}
