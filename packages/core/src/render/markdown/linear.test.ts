import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../parse-markdown.ts';
import { charactersRead } from './__tests__/characters-read.ts';

const table = (columns: number, rows: number) =>
  [`${'|a'.repeat(columns)}|`, `${'|-'.repeat(columns)}|`, ...Array(rows).fill(`${'|x'.repeat(columns)}|`)].join('\n');

describe('as much as four times the text takes four times the steps', () => {
  it.each<[string, (times: number) => string]>([
    ['stars that open', times => '*a '.repeat(times)],
    ['stars that close', times => 'a* '.repeat(times)],
    ['stars that do both', times => 'a**b*c_d '.repeat(times)],
    ['emphasis in emphasis', times => '*a '.repeat(times) + 'b* '.repeat(times)],
    ['tildes', times => '~a ~~b '.repeat(times)],
    ['brackets that open', times => '['.repeat(times)],
    ['brackets that close', times => '[a] b] '.repeat(times)],
    ['links that are broken off', times => '[a]('.repeat(times)],
    ['titles that are broken off', times => '[a](b "'.repeat(times)],
    ['links in brackets', times => '['.repeat(times) + '[a](u)'.repeat(times) + ']'.repeat(times)],
    ['images in images', times => '!['.repeat(times) + '](u)'.repeat(times)],
    ['references', times => `[a]: u\n\n${'[b][a] [b][ [a]'.repeat(times)}`],
    ['footnotes', times => `[^1]: x\n\n${'[^1] [^'.repeat(times)}`],
    ['definitions', times => '[a]: b\n'.repeat(times)],
    ['labels that are broken off', times => '[a\n'.repeat(times)],
    ['comments that are broken off', times => `a${' <!-- <? <!A <![CDATA['.repeat(times)}`],
    ['tags that are broken off', times => '<a b="c" <a b=\''.repeat(times)],
    ['backticks', times => Array.from({ length: Math.sqrt(times) }, (_, at) => '`'.repeat(at + 1)).join(' ')],
    ['web addresses without a host', times => 'http://_'.repeat(times)],
    ['mail addresses', times => 'a@b. a@@'.repeat(times)],
    ['entities', times => '&amp; &a'.repeat(times)],
    ['brackets behind an address', times => `http://a.b/${'('.repeat(times)}${')'.repeat(2 * times)}`],
    ['columns', times => table(times / 4, 4)],
    ['rows', times => table(4, times / 4)],
    ['lines of pipes', times => '|-\n'.repeat(times)],
    ['quotes in quotes', times => '> '.repeat(times)],
    ['lists in lists', times => '- '.repeat(times)],
    ['items', times => '- a\n1. b\n'.repeat(times)],
    ['lines without a sign', times => `> a\n${'b\n'.repeat(times)}`],
    ['fences', times => '```\n'.repeat(times)],
    ['underlines', times => 'a\n---\n'.repeat(times)],
    ['blanks', times => `a${' '.repeat(times)}b\n`.repeat(4)],
    ['hashes', times => `# a${' #'.repeat(times)}b`],
    ['lines of HTML', times => '<div>\n'.repeat(times)],
  ])('%s', (_, text) => {
    const steps = (times: number) => charactersRead(() => parseMarkdown(text(times)));
    expect(steps(4_000)).toBeLessThan(4.5 * steps(1_000) + 1_000);
  });
});
