import { createApplyChange } from '../change/apply-change.ts';
import type { Clock, EventSink, Ledger } from '../contracts.ts';
import { createFollowUp, type FollowUp } from '../follow/follow-up.ts';
import { createPipeline, type Deliver } from '../pipeline.ts';
import { createRecur } from '../recur/recur.ts';
import { createOnce } from '../send/create-once.ts';
import { tracedChange } from '../trace/traced-change.ts';
import { tracedDelivery } from '../trace/traced-delivery.ts';
import { createUpdate, type Update } from '../update.ts';

export interface StageDeps {
  readonly ledger: Ledger;
  readonly sink: EventSink;
  readonly clock: Clock;
  random(): number;
}

export interface Stages {
  readonly deliver: Deliver;
  readonly followUp: FollowUp;
  readonly update: Update;
}

/** How the stages are put together. Nobody's to exchange: what they promise, they promise together. */
export function createStages({ ledger, sink, clock, random }: StageDeps): Stages {
  const applyChange = tracedChange(createApplyChange({ ledger, sink, clock, random }));
  const followUp = createFollowUp({ ledger, applyChange });
  const recur = createRecur({ ledger, clock, random, applyChange });
  const pipeline = createPipeline({ ledger, sink, clock, recur, followUp, createOnce: createOnce({ clock, random }) });
  return { deliver: tracedDelivery(pipeline), followUp, update: createUpdate({ applyChange, clock }) };
}
