import type { AuthStrategy, Secret } from '../contracts.ts';

/** A key in a header of its own: ServiceNow's `x-sn-apikey`. */
export const apiKeyAuth = (header: string, key: Secret): AuthStrategy => ({
  masked: { [header]: '[secret]' },
  headers: async () => ({ [header]: await key.reveal() }),
  refresh: () => key.refresh(),
});
