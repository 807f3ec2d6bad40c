import { askQuestions, type Call, type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import type { WebhookSettings } from './settings.ts';
import { signingKey } from './sign.ts';
import { signingSecrets } from './signed.ts';

export interface CheckDeps {
  readonly settings: WebhookSettings;
  /** A signed HEAD: by RFC 9110 it changes nothing, and it carries no event. */
  knock(signal: AbortSignal): Promise<number>;
}

/** Statuses of a HEAD that say: somebody is there, who takes other methods or is found by them. */
const takesNoHead: readonly (number | undefined)[] = [400, 404, 405, 415, 422, 501];

/** What can be known of an endpoint without sending it an event. */
export function checking({ settings, knock }: CheckDeps) {
  const secret: CheckQuestion = {
    step: 'signing secret',
    hint: 'Write the secret as the receiver shows it: whsec_ and base64.',
    vital: true,
    async ask() {
      const secrets = signingSecrets(settings);
      if (secrets.length === 0) return 'None: requests are not signed, and whoever knows the address may send them.';
      for (const each of secrets) signingKey(await each.reveal());
      return `${secrets.length} well-formed; whether the receiver knows them shows with the first event.`;
    },
  };
  const reach = (signal: AbortSignal): CheckQuestion => ({
    step: 'reach',
    hint: 'Check endpoint, auth and headers, and that the receiver is up.',
    async ask() {
      const status = await knock(signal).catch((error: unknown) => {
        if (ItsmError.is(error) && takesNoHead.includes(error.status)) return error.status;
        throw error;
      });
      return `HEAD was answered ${status}. No event was sent: that one is taken shows with the first.`;
    },
  });
  return ({ signal }: Pick<Call, 'signal'>) => askQuestions([secret, reach(signal)]);
}
