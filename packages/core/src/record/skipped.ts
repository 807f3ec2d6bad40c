import type { Delivery, Integration } from '../contracts.ts';
import { deliveryKey } from './delivery-key.ts';

/** The delivery of an analysis to an integration that is switched off: nothing is sent or recorded. */
export const skipped = ({ name, plugin }: Integration, environment: string, jobId: string): Delivery => ({
  key: deliveryKey({ environment, integration: name, jobId }),
  jobId,
  integration: name,
  platform: plugin,
  status: 'skipped',
  success: false,
  existing: false,
  attempts: 0,
  durationMs: 0,
  dryRun: false,
  warnings: [{ code: 'disabled', message: `${name} is not enabled in the config.` }],
});
