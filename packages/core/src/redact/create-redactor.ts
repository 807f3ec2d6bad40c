import type { Fields, TicketDraft } from '../contracts.ts';
import type { Pattern } from './pattern.ts';
import { redactAnalysis } from './redact-analysis.ts';
import { redactBody } from './redact-body.ts';
import { redactDocument } from './redact-document.ts';
import { type Redaction, redactText, type Tally } from './redact-pieces.ts';
import { redactValue } from './redact-value.ts';
import type { Redactor } from './redactor.ts';
import { textsIn } from './texts-in.ts';

export function createRedactor(patterns: readonly Pattern[]): Redactor {
  const untold = (): Redaction => ({ patterns, tally: new Map() });
  return {
    text: text => redactText(text, untold()),
    document: root => redactDocument(root, untold()),
    analysis(analysis, place) {
      if (patterns.length === 0) return { analysis, takenOut: {} };
      const tally: Tally = new Map();
      return { analysis: redactAnalysis(analysis, { patterns, tally }, place), takenOut: Object.fromEntries(tally) };
    },
    draft(draft, own) {
      if (patterns.length === 0) return draft;
      const tally: Tally = new Map();
      return withWarnings(redactDraft(draft, { patterns, tally, kept: foundIn(own, patterns) }), tally);
    },
  };
}

/** For an Itsm without `$settings.redact`. */
export const takesNothingOut: Redactor = createRedactor([]);

const redactDraft = (draft: TicketDraft, redaction: Redaction): TicketDraft => ({
  ...draft,
  title: redactText(draft.title, redaction),
  body: redactBody(draft.body, redaction),
  // The names of fields are the config's.
  fields: Object.fromEntries(
    Object.entries(draft.fields).map(([name, value]) => [name, redactValue(value, redaction)]),
  ) as Fields,
});

const foundIn = (own: unknown, patterns: readonly Pattern[]): ReadonlySet<string> =>
  new Set(
    [...textsIn(own)].flatMap(text =>
      patterns.flatMap(pattern => [...pattern.find(text)].map(span => text.slice(...span))),
    ),
  );

function withWarnings(draft: TicketDraft, tally: Tally): TicketDraft {
  const warnings = [...tally].map(([name, times]) => ({
    code: 'redacted-late',
    message: `"${name}" was found ${times} more ${times === 1 ? 'time' : 'times'} once the ticket was rendered and mapped, and taken out: a template, a mapping or an escape had put it together.`,
  }));
  return warnings.length === 0 ? draft : { ...draft, warnings: [...draft.warnings, ...warnings] };
}
