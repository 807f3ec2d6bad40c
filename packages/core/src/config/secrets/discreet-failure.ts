import { ItsmError } from '../../itsm-error.ts';
import { withoutSecrets } from '../../send/without-secrets.ts';
import { failureText } from '../problems/failure-text.ts';

/**
 * Why a secret could not be read again, without what was read before: a store may say in a refusal what it once gave.
 *
 * @param known the whole text of the secret; of a JSON object each member is one as well
 */
export function discreetFailure(error: unknown, known: string | undefined): unknown {
  if (known === undefined) return error;
  const kind = ItsmError.is(error) ? error.kind : 'config';
  return new ItsmError(kind, withoutSecrets(failureText(error), [known, ...membersOf(known)]));
}

function membersOf(text: string): readonly string[] {
  if (!text.trimStart().startsWith('{')) return [];
  try {
    return Object.values<unknown>(JSON.parse(text)).map(String);
  } catch {
    return [];
  }
}
