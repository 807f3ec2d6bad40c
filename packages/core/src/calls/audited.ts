import type { NewAuditEntry } from '../contracts.ts';
import { printable } from '../emit/printable.ts';
import { ItsmError } from '../itsm-error.ts';
import { cutText } from '../render/cut-text.ts';
import type { CallDeps } from './call-deps.ts';

/** What a person did: `Itsm.record` takes it from a server as well. */
export type NewAudit = Omit<NewAuditEntry, 'environment'>;

/** Who did it, where nobody said. */
export const unnamed = 'unknown';

const longestName = 200;
const longestDetail = 1_000;

/**
 * Who decided, as it goes on record: one line, printable, 200 characters at most.
 * @throws ItsmError kind `input`: it is empty
 */
export function actorOf(by: string): string {
  const name = cutText(printable(by).replaceAll('\n', ' ').trim(), longestName);
  if (name === '') throw new ItsmError('input', 'Say who decides: "by" is empty.');
  return name;
}

/** What a person typed, as it goes on record: printable, 1,000 characters at most. Undefined where there is nothing. */
export function wordsOf(text: string | undefined): string | undefined {
  const words = cutText(printable(text ?? '').trim(), longestDetail);
  return words === '' ? undefined : words;
}

/** Puts on record who does what, before it is done; what fails is on record as that, too. */
export async function audited<Result>(
  { ledger: { audit }, environment }: Pick<CallDeps, 'ledger' | 'environment'>,
  entry: NewAudit,
  act: () => Promise<Result>,
): Promise<Result> {
  const row = auditRow(environment, entry);
  await audit.append(row);
  try {
    return await act();
  } catch (error) {
    const detail = wordsOf(`Failed: ${error instanceof Error ? error.message : String(error)}`);
    // The failure itself is told; a ledger that is away by now must not hide it.
    await audit.append({ ...row, ...(detail === undefined ? {} : { detail }) }).catch(() => {});
    throw error;
  }
}

/** @throws ItsmError kind `input` */
export function auditRow(environment: string, { by, action, key, integration, detail }: NewAudit): NewAuditEntry {
  const words = wordsOf(detail);
  return {
    ...{ environment, by: actorOf(by), action: actorOf(action) },
    ...(key === undefined ? {} : { key: actorOf(key) }),
    ...(integration === undefined ? {} : { integration: actorOf(integration) }),
    ...(words === undefined ? {} : { detail: words }),
  };
}
