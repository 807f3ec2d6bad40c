import { legalText } from '@itsm-bridge/core';
import type { AdfMark } from './adf-node.ts';

/** The mark of a link, for the three schemes that may be clicked in a ticket; `undefined` for every other target. */
export function linkMark(url: string, title: string | null | undefined): AdfMark | undefined {
  if (!clickable.test(url)) return undefined;
  const href = legalText(url);
  return { type: 'link', attrs: title ? { href, title: legalText(title) } : { href } };
}

const clickable = /^(https?:\/\/|mailto:)./i;
