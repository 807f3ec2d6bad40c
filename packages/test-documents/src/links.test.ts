import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { pages, root } from './pages.ts';

/** A fence may have what looks like a heading or a link. */
const withoutFences = (markdown: string) => markdown.replaceAll(/^[ \t]*(`{3,})[\s\S]*?^[ \t]*\1/gm, '');

function anchorsOf(file: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const markdown = withoutFences(readFileSync(file, 'utf8'));
  return new Set([...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, text = '']) => slugger.slug(text)));
}

function broken(page: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
  const file = join(root, target);
  if (target.startsWith('..')) return `${link} leads out of the repository`;
  if (!existsSync(file)) return `${link}: there is no ${target}`;
  if (anchor === undefined || statSync(file).isDirectory() || !target.endsWith('.md')) return undefined;
  return anchorsOf(file).has(anchor) ? undefined : `${link}: ${target} has no heading #${anchor}`;
}

describe.each(pages)('$file', ({ file, markdown }) => {
  it('leads to files and headings that are there', () => {
    const prose = withoutFences(markdown).replaceAll(/`[^`\n]*`/g, '');
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const ours = links.filter(link => !/^[a-z]+:/.test(link));
    expect(ours.flatMap(link => broken(file, link) ?? [])).toEqual([]);
  });
});
