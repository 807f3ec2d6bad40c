import type { Connected } from './connected.ts';
import type { DeliveryIdentity, RequestPreview, TicketChange, TicketDraft, Warning } from './contracts.ts';
import type { ReadAnalysis } from './read-analysis.ts';
import type { TakenOut } from './redact/redactor.ts';

export interface Preview extends DeliveryIdentity {
  readonly title: string;
  readonly request: RequestPreview;
  /** Fields whose names are not yet the platform's ids: looked up when the ticket is sent. */
  readonly unresolved: readonly string[];
  /** What is done with the ticket once it is on record. */
  readonly followUps: readonly TicketChange[];
  /** What `$settings.redact` took out of the analysis: how often each pattern was found, by its name. */
  readonly redacted: TakenOut;
  readonly warnings: readonly Warning[];
}
export interface PreviewOptions {
  /** Looks names up on the platform (reads only), so that the request equals the one that would be sent. */
  readonly online: boolean;
  readonly signal: AbortSignal;
}

/** The exact request that a delivery would send. Nothing is sent and nothing is recorded. @throws ItsmError */
export async function preview(
  { analysis, takenOut }: ReadAnalysis,
  connected: Connected,
  options: PreviewOptions,
): Promise<Preview> {
  const { adapter, integration } = connected;
  const { online, signal } = options;
  const composed = connected.draft(analysis);
  const { key } = composed;
  const draft: TicketDraft = online && adapter.resolve ? await adapter.resolve(composed, { key, signal }) : composed;
  return {
    ...{ key, jobId: analysis.job.id, integration: integration.name, platform: integration.plugin },
    title: draft.title,
    request: adapter.describe(adapter.prepare(draft)),
    unresolved: online && adapter.resolve ? [] : (adapter.unresolved?.(draft) ?? []),
    followUps: adapter.followUps?.(composed) ?? [],
    redacted: takenOut,
    warnings: draft.warnings,
  };
}
