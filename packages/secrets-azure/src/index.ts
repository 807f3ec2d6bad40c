export { type AzureSecretsOptions, azure, azureSecrets } from './azure-secrets.ts';
