import type { ServiceNowOptions } from '../options.ts';
import type { InstanceState } from './instance-state.ts';
import { createIssuedTokens, type IssuedTokens } from './issued-tokens.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** What the second door shows and moves of the first. */
export interface DoorState {
  readonly sessions: Sessions;
  readonly tokens: IssuedTokens;
  now: InstanceState;
}

export const createDoorState = (options: ServiceNowOptions): DoorState => ({
  sessions: createSessions(),
  tokens: createIssuedTokens(options.oauth, options.now ?? Date.now),
  now: options.state ?? 'awake',
});
