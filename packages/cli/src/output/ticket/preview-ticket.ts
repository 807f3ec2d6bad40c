import type { Preview } from '@itsm-bridge/core';
import { payloadIn, type ShownTicket, shownTicket } from '@itsm-bridge/ticket-view';

/** The ticket of a preview as a person will read it. A body that is no JSON has no fields to show. */
export const previewTicket = ({ title, platform, request }: Preview): ShownTicket =>
  shownTicket({ title, platform, payload: payloadIn(request.body) });
