import type { Line } from './line.ts';

/** `[^label]:` in front of a footnote. */
export function footnoteLabel(source: string, { text, end }: Line) {
  if (!source.startsWith('[^', text)) return undefined;
  const [sign = '', label] = /^\[\^([^\]\s]+)\]:\s*/.exec(source.slice(text, end)) ?? [];
  return label === undefined ? undefined : { label, length: sign.length };
}
