import type { ApplyChange } from '../change/apply-change.ts';
import type { EventSink } from '../contracts.ts';
import type { FollowUp } from '../follow/follow-up.ts';
import type { Deliver } from '../pipeline.ts';
import type { Registry } from '../registry.ts';
import type { CreateHttp } from '../send/create-http.ts';
import type { Update } from '../update.ts';
import { token } from './token.ts';

/** How the container wires the stages to each other. Not public: their guarantees are not a team's to rebind. */
export const internalTokens = {
  createHttp: token<CreateHttp>('create-http'),
  registry: token<Registry>('registry'),
  fanOut: token<EventSink>('fan-out'),
  deliver: token<Deliver>('deliver'),
  applyChange: token<ApplyChange>('apply-change'),
  followUp: token<FollowUp>('follow-up'),
  update: token<Update>('update'),
} as const;
