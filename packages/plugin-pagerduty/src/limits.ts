import { cutText, legalText } from '@itsm-bridge/core';

/** Of the summary that becomes a title in the Events API v2; the REST API names no limit of its own. */
const titleLimit = 1024;

/** Ours: PagerDuty names none for details and notes. Well below the 512 KB that an event of its Events API may have. */
const textLimit = 25_000;

export const titleOf = (text: string): string => cutText(legalText(text), titleLimit);

/** What comes at the end stays whole. */
export function textWith(text: string, end: string): string {
  const legal = legalText(text).trimEnd();
  return end === '' ? cutText(legal, textLimit) : `${cutText(legal, textLimit - end.length - 2)}\n\n${end}`;
}
