import { standIn } from '../names/stand-in.ts';

/** A piece of text that is a link without any markup, in the shape in which markdown-it asks for it. */
export interface BareLink {
  readonly schema: string;
  readonly index: number;
  readonly lastIndex: number;
  /** As the author wrote it. */
  readonly text: string;
  readonly raw: string;
  readonly url: string;
}

/**
 * The bare links of a text by the rules of GitHub: with `http://`, `https://` or `www.` before them, and mail addresses.
 * Nothing else: reports are full of `deploy.sh` and `main.rs`, which are files and not hosts.
 */
export function bareLinksIn(text: string): BareLink[] {
  const addresses = [...text.matchAll(address)].flatMap(webLink);
  if (!text.includes('@')) return addresses;
  const mails = [...text.matchAll(mail)].flatMap(mailLink);
  const inOrder = [...addresses, ...mails].sort((one, other) => one.index - other.index);
  let end = 0;
  return inOrder.filter(({ index, lastIndex }) => {
    const isFree = index >= end;
    if (isFree) end = lastIndex;
    return isFree;
  });
}

/** The one that a text begins with, where that is a web address. */
export function webLinkAtStart(text: string): BareLink | undefined {
  const [written] = /^https?:\/\/[^\s<]+/i.exec(text) ?? [];
  return written === undefined ? undefined : webLinkOf(written, 0);
}

/** Whether there may be one: asked of every paragraph, and most have none. */
export const mayHaveBareLinks = (text: string): boolean => linkSign.test(text);

const linkSign = /:\/\/|www\.|@/i;

const address = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<]+/giu;
const mail = /(?<![\w.+/-]|xmpp:)(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const host = /^(?:https?:\/\/|(?=www\.))([\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)*)/iu;

function webLink({ 0: found, index }: RegExpExecArray): BareLink[] {
  const link = webLinkOf(found, index);
  return link === undefined ? [] : [link];
}

function webLinkOf(found: string, index: number): BareLink | undefined {
  const text = withoutClosing(found);
  const isWww = /^www\./i.test(found);
  const segments = host.exec(text)?.[1]?.split('.') ?? [];
  const isHost = segments.length > (isWww ? 1 : 0) && !segments.slice(-2).some(one => one.includes('_'));
  return isHost ? linkOf(text, index, isWww ? `http://${text}` : text) : undefined;
}

function mailLink({ 0: text, index }: RegExpExecArray): BareLink[] {
  if (/[-_]$/.test(text)) return [];
  return [linkOf(text, index, /^mailto:/i.test(text) ? text : `mailto:${text}`)];
}

function linkOf(text: string, index: number, url: string): BareLink {
  return { schema: url.slice(0, url.indexOf(':') + 1), index, lastIndex: index + text.length, text, raw: text, url };
}

/**
 * Punctuation and what looks like an entity at the end belong to the sentence; so do brackets that close none in the
 * link.
 */
function withoutClosing(text: string): string {
  let unopened = text.split(')').length - text.split('(').length;
  let end = text.length;
  for (;;) {
    const last = text[end - 1] ?? '';
    const entity = last === ';' ? /&[a-z0-9]+;$/i.exec(text.slice(Math.max(0, end - longestEntity), end)) : null;
    if (closing.includes(last)) end -= 1;
    else if (last === ')' && unopened > 0) [end, unopened] = [end - 1, unopened - 1];
    else if (entity !== null) end -= entity[0].length;
    else return text.slice(0, end);
  }
}

/** In a name, these have stand-ins. */
const closing = [...'?!.,:*_~\'"'].flatMap(sign => [sign, standIn(sign)]).join('');
const longestEntity = '&CounterClockwiseContourIntegral;'.length;
