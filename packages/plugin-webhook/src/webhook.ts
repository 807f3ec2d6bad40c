import { definePlugin, describeJson } from '@itsm-bridge/core';
import { changeEvent } from './change-event.ts';
import { checking } from './check.ts';
import type { WebhookPayload } from './payload.ts';
import { preparing } from './prepare.ts';
import { gone, refusalWords } from './refusal.ts';
import { settings } from './settings.ts';
import { shownAddress } from './shown-address.ts';
import { signed } from './signed.ts';
import { template } from './template.ts';
import { ticketOf } from './ticket-of.ts';
import { warningsOf } from './warnings-of.ts';

/** Any HTTP endpoint, told of an analysis as Standard Webhooks 1.0.0 describes. */
export const webhook = definePlugin({
  name: 'webhook',
  settings,
  fieldRules: {},
  template,
  // The spec lets a receiver take half a minute, and a queue in front of it as long again.
  settleWindowMs: 60_000,
  connect(given, deps) {
    const { endpoint: url, secret_path, ticket, idempotent, events } = given;
    const auth = signed(given, deps);
    const shown = shownAddress(given);
    const words = { errorMessage: refusalWords, inspect: gone };
    const http = deps.createHttp({ baseURL: url, auth, ...words, answers: ticket ? 'json' : 'any' });
    const post = ({ id, body }: WebhookPayload, signal: AbortSignal) =>
      http.post('', body, { headers: { 'webhook-id': id }, signal });
    const check = checking({
      settings: given,
      knock: async signal => (await http.head('', { headers: { 'webhook-id': 'itsm-check' }, signal })).status,
    });
    return {
      writes: true,
      prepare: preparing(given),
      describe: ({ id, body }) => describeJson('POST', shown, body, { masked: { 'webhook-id': id, ...auth.masked } }),
      async create(payload: WebhookPayload, { signal }) {
        const answer = await post(payload, signal);
        const secretPath = await secret_path?.reveal();
        const made = ticketOf(answer.data, given, { id: payload.id, status: answer.status, secretPath });
        return { kind: 'created', ticket: made, warnings: [...payload.warnings, ...warningsOf(answer.headers)] };
      },
      find: async () => (idempotent ? { kind: 'repeatable' } : { kind: 'absent', conclusive: false }),
      async update(ref, change, { key, signal }) {
        await post(changeEvent(ref, change, { key, events }), signal);
        return { ticket: ref, warnings: [] };
      },
      // Two events of one change are two to whoever does not know the id again, whatever the kind.
      findChange: async () => (idempotent ? 'repeatable' : 'unsure'),
      check,
    };
  },
});
