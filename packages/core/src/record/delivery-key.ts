import { late } from '../late.ts';

const crypto = late<typeof import('node:crypto')>('node:crypto');

export interface KeyParts {
  /** `$settings.environment`: keeps TEST and PROD apart. */
  readonly environment: string;
  readonly integration: string;
  readonly jobId: string;
}

/**
 * The idempotency key: `itsm-` and 32 hex digits. It is the Jira label and the ServiceNow correlation_id, so it has
 * no space and stays under 100 characters. Only what never changes is in it: no counts, texts or plugin names.
 */
export function deliveryKey({ environment, integration, jobId }: KeyParts): string {
  const digits = crypto().hash('sha256', JSON.stringify([environment, integration, jobId]));
  return `itsm-${digits.slice(0, 32)}`;
}

/** For questions that belong to no delivery. */
export const checkKey = (integration: string): string =>
  deliveryKey({ environment: 'check', integration, jobId: 'check' });
