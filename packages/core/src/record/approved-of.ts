import type { Claim, Ledger } from '../contracts.ts';
import type { Approved } from '../send/progress.ts';

/** What may be sent of a claim, where somebody has approved it: what the dry run has shown. */
export async function approvedOf(
  { dryRuns }: Pick<Ledger, 'dryRuns'>,
  { approved }: Extract<Claim, { status: 'claimed' }>,
): Promise<{ readonly approved?: Approved }> {
  if (approved === undefined) return {};
  const { payload, traceParent } = (await dryRuns.get(approved)) ?? {};
  return { approved: { payload, ...(traceParent === undefined ? {} : { traceParent }) } };
}
