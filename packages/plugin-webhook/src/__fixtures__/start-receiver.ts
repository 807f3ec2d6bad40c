import {
  emptyReply,
  jsonReply,
  type RecordedRequest,
  type StartPlatformOptions,
  startPlatform,
} from '@itsm-bridge/testkit';
import { Webhook } from 'standardwebhooks';

export const signingSecret = `whsec_${Buffer.from('a signing secret of 32 bytes …').toString('base64')}`;

export interface ReceivedEvent {
  readonly id: string;
  readonly event: unknown;
}

export interface ReceiverOptions extends StartPlatformOptions {
  /** Knows a `webhook-id` again, and keeps one event of each. @default false */
  readonly deduplicates?: boolean;
  /** Answers with the event's number; else with 204 and nothing. @default true */
  readonly namesTicket?: boolean;
  /** The one that verifies, through the library of Standard Webhooks. @default signingSecret */
  readonly secret?: () => string;
}

/** A receiver of webhooks at `/hooks/rca`: verifies each request as its library does, and keeps the events. */
export function startReceiver(options: ReceiverOptions = {}) {
  const { deduplicates = false, namesTicket = true, secret = () => signingSecret } = options;
  return startPlatform(options, ({ collection, url }) => {
    const events = collection<ReceivedEvent>();
    return {
      behind: { events: events.all },
      refuse: request => (verified(request, secret()) ? undefined : jsonReply(401, { message: 'Bad signature.' })),
      routes: [
        {
          method: 'POST',
          pattern: '/hooks/rca',
          answer: ({ headers, json }) => {
            const id = headers['webhook-id'] ?? '';
            const known = deduplicates ? events.all().findIndex(event => event.id === id) : -1;
            let number = known + 1;
            if (known < 0)
              events.add(next => {
                number = next;
                return { id, event: json };
              });
            const ticket = { number, name: `EV-${number}`, link: `${url}/events/${number}` };
            return namesTicket ? jsonReply(202, { data: { ticket } }) : emptyReply(204);
          },
        },
      ],
    };
  });
}

function verified({ headers, body }: RecordedRequest, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}
