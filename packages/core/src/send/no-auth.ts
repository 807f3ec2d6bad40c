import type { AuthStrategy } from '../contracts.ts';

/** For a place that lets everybody in, or is told who asks in the request itself: a token endpoint, a discovery document. */
export const noAuth: AuthStrategy = { masked: {}, headers: async () => ({}), refresh: async () => false };
