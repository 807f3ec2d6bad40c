export { type EventRoutesOptions, eventRoutes } from './events/event-routes.ts';
export { type WireEvent, wireEvent } from './events/wire-event.ts';
export { healthApp } from './health/health-app.ts';
export { healthRoutes } from './health/health-routes.ts';
export { type Listening, listen } from './listen.ts';
export { type NodeHandler, nodeHandler } from './node-handler.ts';
