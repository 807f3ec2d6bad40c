import type { Doubt, Failure } from '../contracts.ts';
import type { ChangeOutcome, ChangeProgress, ChangeSending } from './change-progress.ts';

/**
 * What stands when nobody knows whether the ticket has the change. The message says what to do: look at the ticket, or say
 * the same again, which looks first.
 */
export function unsettledChange(
  { change, ticket, policy }: Pick<ChangeSending, 'change' | 'ticket' | 'policy'>,
  { error, doubt }: ChangeProgress & { readonly doubt: Doubt },
  tells: 'person' | 'look',
): Extract<ChangeOutcome, { kind: 'unknown' }> {
  const what = change.kind === 'note' ? 'the note' : `the change "${change.kind}"`;
  const until = new Date(doubt.until.getTime() + policy.settleWindowMs).toISOString();
  const advice =
    tells === 'person'
      ? `Whether ${what} is on ${ticket.key} cannot be told from here: look at the ticket. If it is missing, give it again with another id.`
      : `${capital(what)} may be on ${ticket.key} already, or come until ${until}: the same again looks first.`;
  const failure: Failure = { ...error, message: `${error.message} ${advice}` };
  return { kind: 'unknown', error: failure, warnings: [], doubt, needsPerson: tells === 'person' };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
