import type { WellBehaved } from './parrot.ts';
import { replyJson } from './reply-json.ts';

/** A receiver that names its ticket. */
export const webhookAnswers: WellBehaved = (_request, response) =>
  replyJson(response, 202, { data: { ticket: { number: 1, link: 'https://desk.example.com/tickets/1' } } });
