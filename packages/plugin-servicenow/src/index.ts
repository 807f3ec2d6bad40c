export type { ServiceNowPayload } from './prepare/prepare.ts';
export { servicenow } from './servicenow.ts';
export type { ServiceNowSettings } from './settings.ts';
