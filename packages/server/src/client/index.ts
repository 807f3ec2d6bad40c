export type { WireEvent } from '../events/wire-event.ts';
export type { EventsRefusal } from './events-refusal.ts';
export { type FollowEvents, followEvents } from './follow-events.ts';
export type { StreamState } from './stream-state.ts';
