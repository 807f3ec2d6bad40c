import type { ApiRoute } from './api-route.ts';
import { decisionRoutes } from './routes/decision-routes.ts';
import { deliveryRoutes } from './routes/delivery-routes.ts';
import { laneRoutes } from './routes/lane-routes.ts';
import { recordRoutes } from './routes/record-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';

/** The API, and nothing that is not in its OpenAPI document. */
export const allRoutes: readonly ApiRoute[] = [
  ...deliveryRoutes,
  ...decisionRoutes,
  ...reviewRoutes,
  ...laneRoutes,
  ...recordRoutes,
];
