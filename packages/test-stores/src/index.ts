export { type GivenProcess, openProcess } from './open-process.ts';
export { setEnvironment } from './set-environment.ts';
export { type KeyVault, type KeyVaultStored, startKeyVault } from './start-key-vault.ts';
export { type SecretsManager, type SecretsManagerStored, startSecretsManager } from './start-secrets-manager.ts';
export type { Store } from './store.ts';
