import type { DryRunRecord } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { CallDeps } from './call-deps.ts';

/** The dry run of this environment. @throws ItsmError kind `input` */
export async function rehearsalOnRecord({ ledger, environment }: CallDeps, id: bigint): Promise<DryRunRecord> {
  const record = await ledger.dryRuns.get(id);
  if (record === undefined)
    throw new ItsmError(
      'input',
      `No dry run ${String(id).slice(0, 40)} is on record. "itsm review" lists those that wait.`,
    );
  if (record.environment === environment) return record;
  const why =
    record.environment === ''
      ? 'was recorded by an earlier version, without what it takes to send it. Make it again with "itsm create".'
      : `is of environment "${record.environment}", which this config is not for.`;
  throw new ItsmError('input', `The dry run ${id} ${why}`);
}
