import type { Connected } from '../connected.ts';
import type { Delivery, DeliveryRecord } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { readAnalysis } from '../read-analysis.ts';
import type { CallDeps } from './call-deps.ts';

/** Delivers what is on record as it was handed in, because a person asks. @throws ItsmError kind `input`: that is kept no more, or cannot be read. */
export async function deliverAgain(
  { ledger, deliver, redactor }: CallDeps,
  { key, jobId }: DeliveryRecord,
  connected: Connected,
  signal: AbortSignal,
): Promise<Delivery> {
  const { analysis, approved } = await ledger.handedIn(key);
  const place = `the analysis of job "${jobId}"`;
  if (analysis === undefined) {
    throw new ItsmError(
      'input',
      `${place} is no more on record: texts are removed $settings.retention_days after the end of a delivery. Hand it in again with "itsm create".`,
    );
  }
  return deliver(readAnalysis(analysis, redactor, place).analysis, connected, { askedBy: 'person', signal, approved });
}
