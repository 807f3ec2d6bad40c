import type { Heading, Nodes } from 'mdast';
import { ignoresCase } from './language/member.ts';
import { parseMarkdown } from './parse-markdown.ts';

/**
 * A report's texts by heading, without the heading itself. A section runs to the next heading of the same or a higher
 * level; of two with the same heading the first one counts. Templates find them in any letter case too.
 */
export function reportSections(markdown: string): Readonly<Record<string, string>> {
  const lines = markdown.split(/\r\n|\r|\n/);
  const headings = parseMarkdown(markdown).children.filter(child => child.type === 'heading');
  const sections = headings.map((heading, index) => {
    const next = headings.slice(index + 1).find(({ depth }) => depth <= heading.depth);
    return [textOf(heading), sectionText(lines, heading, next)] as const;
  });
  return Object.defineProperty(Object.fromEntries(sections.reverse()), ignoresCase, { value: true });
}

function sectionText(lines: readonly string[], heading: Heading, next: Heading | undefined): string {
  const start = heading.position?.end.line ?? lines.length;
  const end = next?.position ? next.position.start.line - 1 : lines.length;
  return lines
    .slice(start, end)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

function textOf(node: Nodes): string {
  const text = 'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
  return text.trim() === '' ? text : text.replace(/\s+/g, ' ');
}
