import { vi } from 'vitest';
import type { JiraSimulator } from '../start-jira.ts';

/** Where jira.js keeps what a response had beyond its schemas, when it audits them. */
const store = Symbol.for('apis-code-gen.schemaAudit');

/**
 * The client of jira.js, whose schemas were held against live sites: it throws where a response breaks one. In its audit
 * mode it also notes every member that no site was seen to send; `surplus` gives these.
 */
export async function openAuditedClient(jira: JiraSimulator) {
  vi.stubEnv('AUDIT_SCHEMAS', 'true');
  const { createCloudClient } = await import('jira.js');
  const client = createCloudClient({
    host: jira.url,
    auth: { type: 'basic', email: 'integration@company.com', apiToken: 'sandbox' },
    onSchemaMismatch: 'throw',
  });
  const surplus = (): unknown => Reflect.get(globalThis, store) ?? [];
  const forget = (): void => {
    Reflect.deleteProperty(globalThis, store);
  };
  return { client, surplus, forget };
}
