import type { ElementContent } from 'hast';
import { isObject } from './is-object.ts';
import { richContent } from './rich-content.ts';
import { wordsOf } from './words-of.ts';

/** What is sent. */
export interface SentTicket {
  readonly platform: string;
  /** The body of the request, or the payload that it is made from. */
  readonly payload: unknown;
  /** Shown above the fields, and not once more among them. */
  readonly title?: string;
}

/** A ticket as a person reads it, made of nothing but what is sent. */
export interface ShownTicket {
  /** In the order of the request. */
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  /** What has more than a line. Safe to show as it is. */
  readonly texts: readonly { readonly label: string; readonly content: readonly ElementContent[] }[];
}

/** What is no JSON object has no fields to show: the request says it all. */
export function shownTicket({ title, platform, payload }: SentTicket): ShownTicket {
  const members = membersOf(payload, '').filter(({ value }) => value !== title);
  const isText = ({ value }: Member) => isDocument(value) || (typeof value === 'string' && isLong(value));
  return {
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
    const isWrapper =
      path === '' && isObject(member) && !isDocument(member) && (name === 'fields' || entries.length === 1);
    if (isWrapper) return membersOf(member, '');
    const label = path === '' ? name : `${path}.${name}`;
    return isDocument(member) || !isObject(member) || wordsOf(member) !== ''
      ? [{ label, value: member }]
      : membersOf(member, label);
  });
}

const isDocument = (value: unknown): boolean => isObject(value) && value.type === 'doc' && Array.isArray(value.content);

const isLong = (text: string): boolean => text.includes('\n') || text.length > 120;
