import type { Link } from 'mdast';
import type { Found } from '../link-target.ts';
import { linkUrl } from '../link-url.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be in an address.
const address = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*)>/y;
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const mail = new RegExp(`<([a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${label}(?:\\.${label})*)>`, 'y');

/** `<https://x.example>` or `<a@b.example>`. */
export function autolink(text: string, start: number): Found<Link> | undefined {
  const written = matchAt(address, text, start);
  const found = written ?? matchAt(mail, text, start);
  const url = found === undefined ? undefined : linkUrl(written ?? `mailto:${found}`);
  if (found === undefined || url === undefined) return undefined;
  return {
    value: { type: 'link', url, title: null, children: [{ type: 'text', value: found }] },
    end: start + found.length + 2,
  };
}

function matchAt(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[1];
}
