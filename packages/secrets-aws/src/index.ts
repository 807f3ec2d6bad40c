export { type AwsSecretsOptions, aws, awsSecrets } from './aws-secrets.ts';
