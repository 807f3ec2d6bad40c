import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { type Page, pages, root } from './pages.ts';

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

/** Links of a page to places in this repository, as they are written. */
function linksOf({ markdown }: Page): readonly string[] {
  const prose = withoutFences(markdown).replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter(link => !/^[a-z]+:/.test(link));
}

/** The pages that a page leads to; a link to a folder leads to what is in it. */
function ledTo(page: Page): readonly Page[] {
  const away = linksOf(page).filter(link => !link.startsWith('#'));
  const targets = away.map(link => normalize(join(dirname(page.file), decodeURI(link.split('#')[0] ?? ''))));
  return pages.filter(({ file }) => targets.includes(file) || targets.includes(dirname(file)));
}

describe.each(pages)('$file', page => {
  it('leads to files and headings that are there', () => {
    expect(linksOf(page).flatMap(link => broken(page.file, link) ?? [])).toEqual([]);
  });
});

it('the README leads to every page of docs/, or to one that leads there', () => {
  const first = pages.filter(({ file }) => file === 'README.md').flatMap(ledTo);
  const found = new Set([...first, ...first.flatMap(ledTo)]);
  const lost = pages.filter(page => page.file.startsWith('docs/') && !found.has(page));
  expect(lost.map(({ file }) => file)).toEqual([]);
});
