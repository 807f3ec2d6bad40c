import type { Json } from '@itsm-bridge/core';
import type { ApiVersion } from '../site/api.ts';

/** The body of POST /rest/api/3/issue; with a description in wiki markup, of /rest/api/2/issue. */
export interface JiraPayload {
  readonly fields: { readonly [field: string]: Json };
  readonly properties: readonly [{ readonly key: typeof propertyKey; readonly value: JiraMarker }];
}
/** The marker that people cannot take off by editing labels, with what a program may want to know of the analysis. */
export type JiraMarker = {
  readonly key: string;
  readonly job_id: string;
  readonly severity: string;
  readonly url?: string;
  readonly completed_at?: string;
  /** The trace in which the ticket was delivered. */
  readonly trace_id?: string;
};

export const propertyKey = 'itsm-bridge';

/** v3 takes documents, v2 takes wiki markup; Jira Cloud serves both. */
export const versionOf = ({ fields }: { readonly fields?: JiraPayload['fields'] }): ApiVersion =>
  typeof fields?.description === 'string' ? '2' : '3';
