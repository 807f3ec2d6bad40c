import { bodyToText, type Fields, type Json, type TicketDraft } from '@itsm-bridge/core';
import { textWith, titleOf } from './limits.ts';
import { withReferences } from './references.ts';
import type { Settings } from './settings.ts';

export interface Payload {
  readonly incident: Readonly<Record<string, Json>>;
}

/** https://developer.pagerduty.com/docs/incident-creation-api. Details are a text: nothing else is taken there. */
export const prepare =
  ({ service, escalation_policy }: Settings) =>
  ({ key, title, body, job, fields }: TicketDraft): Payload => {
    const given: Fields = { service, ...(escalation_policy ? { escalation_policy } : {}), title, ...fields };
    const details = textWith(bodyToText(body), job.url ? `Analysis: ${job.url}` : '');
    return {
      incident: {
        ...withReferences(given),
        type: 'incident',
        title: titleOf(String(given.title)),
        incident_key: key,
        body: { type: 'incident_body', details },
      },
    };
  };
