// The contracts, in the order in which an analysis passes them: config → render → map → draft → send → record → emit.

export type * from './contracts/adapter-answers.ts';
export type * from './contracts/audit-log.ts';
export type * from './contracts/call.ts';
export type * from './contracts/change-log.ts';
export type * from './contracts/clock.ts';
export type * from './contracts/delivery.ts';
export type * from './contracts/delivery-record.ts';
export type * from './contracts/dry-run-log.ts';
export type * from './contracts/due-deliveries.ts';
export type * from './contracts/event.ts';
export type * from './contracts/event-log.ts';
export type * from './contracts/field-mapper.ts';
export type * from './contracts/http.ts';
export type * from './contracts/integration.ts';
export type * from './contracts/itsm-plugin.ts';
// What the stages share.
export type * from './contracts/json.ts';
export type * from './contracts/lanes.ts';
export type * from './contracts/ledger.ts';
export type * from './contracts/outcome.ts';
export type * from './contracts/queue.ts';
export type * from './contracts/retention.ts';
export type * from './contracts/secret.ts';
export type * from './contracts/template-renderer.ts';
export type * from './contracts/ticket.ts';
export type * from './contracts/twin-watch.ts';
