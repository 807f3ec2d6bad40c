import { globSync, readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Whose texts cannot be long enough to matter: by file, why. */
const short: Readonly<Record<string, string>> = {
  'core/src/config/members/common-members.ts': 'a member of the config, whose size has a cap',
  'core/src/config/members/endpoint.ts': 'an address in the config',
  'core/src/config/members/duration.ts': 'a duration in the config, checked before',
  'core/src/config/problems/describe-value.ts': 'the beginning of a text, of which sixty characters are shown',
  'core/src/config/secrets/parse-references.ts': 'a text of the config, whose size has a cap',
  'core/src/render/values/place-values.ts': 'what an expression with bounds has found before',
  'cli/src/completion/completable.ts': 'the name of an option of ours',
  'core/src/send/redact.ts': 'a credential',
  'plugin-github/src/pages.ts': 'a header, of which Node takes 16 KiB',
};

const root = new URL('../packages/', import.meta.url).pathname;
const expressions = globSync(`${root}*/src/**/*.ts`)
  .map(path => path.slice(root.length))
  .filter(file => !/^(testkit|proof|test-[a-z]+)\/|\.test\.ts$|__(tests|fixtures)__/.test(file))
  .flatMap(file => [...expressionsIn(file)])
  .filter(({ file }) => short[file] === undefined);

function* expressionsIn(file: string): Iterable<Expression> {
  const code = readFileSync(root + file, 'utf8');
  for (const node of nodesOf(parseAst(code, { lang: 'ts' }))) {
    const { regex, type } = node as { regex?: { pattern: string; flags: string }; type?: string };
    if (type === 'Literal' && regex) yield { file, source: regex.pattern, flags: regex.flags };
  }
}

function* nodesOf(node: unknown): Iterable<object> {
  if (typeof node !== 'object' || node === null) return;
  yield node;
  for (const member of Object.values(node)) yield* nodesOf(member);
}

const size = 80_000;
const many = (text: string) => text.repeat(Math.ceil(size / text.length));

/** What an expression may go over again and again: its own words and signs, alone and in pairs, and an end that it does not know. */
function hostileTexts(source: string): readonly string[] {
  const shown = source
    .replace(/\\[pP]\{[^}]*\}|\\[wD]/g, 'a')
    .replace(/\\d/g, '1')
    .replace(/\\[sn]/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/\\r/g, '\r')
    .replace(/\(\?(?:<?[=!]|:|<\w+>)/g, '(')
    .replace(/\{\d+,?\d*\}/g, '');
  const words = [...shown.matchAll(/(?:[\w<>!/:@#&;="'`~%,\-\t\n\r ]|\\\W)+/g)].map(([word]) =>
    word.replace(/\\(\W)/g, '$1'),
  );
  const signs = new Set(words.flatMap(word => [word, ...word.slice(0, 4)]));
  const own = [...signs].slice(0, 12);
  const pairs = own.slice(0, 6).flatMap(one => ['a', '\n', ...own.slice(0, 6)].map(other => one + other));
  const all = [...new Set([' ', 'a', '1', '\n', ...own, ...pairs])];
  return all.map(text => `x${many(text)}\u0001`);
}

const world = createContext({});
const replaceAll = new Script('for (const text of texts) text.replace(expression, "")');
/** Fifty times what a linear one takes for one text. What is not done by then is tried once more: the machine may be busy. */
const patienceMs = 400;

function isEndless({ source, flags }: Expression): boolean {
  const expression = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  const ends = (texts: readonly string[]) => {
    Object.assign(world, { expression, texts });
    try {
      replaceAll.runInContext(world, { timeout: patienceMs });
      return true;
    } catch {
      return false;
    }
  };
  const texts = hostileTexts(source);
  return !ends(texts) && texts.some(text => !ends([text]) && !ends([text]));
}

describe('no text keeps a regular expression of ours busy', () => {
  it('finds those that would', () => {
    for (const source of ['(a+)+$', '<!--.*?-->', '[ \\t]+$', '\\s*,', '(\\w|a)+;'])
      expect([source, isEndless({ file: '', source, flags: '' })]).toEqual([source, true]);
  });

  it('and there are none in what we publish', () => {
    expect(expressions.length).toBeGreaterThan(200);
    expect(expressions.filter(isEndless).map(({ file, source }) => `${file}: ${source}`)).toEqual([]);
  }, 120_000);
});
