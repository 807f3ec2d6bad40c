export type { WebhookPayload } from './payload.ts';
export type { WebhookSettings } from './settings.ts';
export { webhook } from './webhook.ts';
