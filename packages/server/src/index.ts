export { healthApp } from './health/health-app.ts';
export { healthRoutes } from './health/health-routes.ts';
export { type Listening, listen } from './listen.ts';
