import type { AuthStrategy, Secret } from '@itsm-bridge/core';

/** `Authorization: Token token=key`: REST API keys of an account or a user. Nothing else than this form is taken. */
export const tokenAuth = (key: Secret): AuthStrategy => ({
  masked: { Authorization: 'Token token=[secret]' },
  headers: async () => ({ Authorization: `Token token=${await key.reveal()}` }),
  refresh: () => key.refresh(),
});
