import type { Preview } from '@itsm-bridge/core';
import type { ElementContent } from 'hast';
import { isObject } from './is-object.ts';
import { richContent } from './rich-content.ts';
import { wordsOf } from './words-of.ts';

/** A ticket as a person will read it, made of nothing but the request that would be sent. */
export interface ShownTicket {
  readonly title: string;
  /** In the order of the request. */
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  /** What has more than a line. Safe to show as it is. */
  readonly texts: readonly { readonly label: string; readonly content: readonly ElementContent[] }[];
}

/** A body that is no JSON object has no fields to show: the request says it all. */
export function shownTicket({ title, platform, request }: Preview): ShownTicket {
  const members = membersOf(parsed(request.body), '').filter(({ value }) => value !== title);
  const isText = ({ value }: Member) => isDocument(value) || (typeof value === 'string' && isLong(value));
  return {
    title,
    fields: members.filter(member => !isText(member)).map(({ label, value }) => ({ label, value: wordsOf(value) })),
    texts: members.filter(isText).map(({ label, value }) => ({ label, content: richContent(value, platform) })),
  };
}

interface Member {
  readonly label: string;
  readonly value: unknown;
}

/** `fields` of Jira and the one member around everything of others are no part of what a person reads. */
function membersOf(value: unknown, path: string): readonly Member[] {
  if (!isObject(value)) return [];
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== '');
  return entries.flatMap(([name, member]): readonly Member[] => {
    const isWrapper = path === '' && isObject(member) && (name === 'fields' || entries.length === 1);
    if (isWrapper) return membersOf(member, '');
    const label = path === '' ? name : `${path}.${name}`;
    return isDocument(member) || !isObject(member) || wordsOf(member) !== ''
      ? [{ label, value: member }]
      : membersOf(member, label);
  });
}

const isDocument = (value: unknown): boolean => isObject(value) && value.type === 'doc' && Array.isArray(value.content);

const isLong = (text: string): boolean => text.includes('\n') || text.length > 120;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
