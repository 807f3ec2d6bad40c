import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis.ts';
import { compileText } from '../compile-text.ts';
import { type Flavour, htmlFlavour, markdownFlavour, textFlavour, wikiFlavour } from '../flavour.ts';

const analysis: Analysis = {
  job: { id: '7', title: 'T', severity: 'low', url: 'https://rca.example.com/?a=1&b=2' },
  analysis: {
    text: 'one\n\ntwo | x',
    list: ['a', 'b'],
    nested: ['a', ['b', ['c'], 'd'], 'e'],
    timeline: [
      { at: '10:00', event: 'Deploy' },
      { at: '10:05', event: 'Errors', host: 'db-1' },
    ],
    object: { name: 'n', tags: ['x', 'y'], note: 'l1\nl2', gone: null, deep: { k: 1 } },
    records: [{ a: 1, b: 'x' }, { a: 2 }],
    mixed: [1, true, null, '', 'last'],
    empty: [],
    zero: 0,
    no: false,
  },
};

function render(text: string, flavour: Flavour): string {
  return compileText({ file: 't', text }, flavour)(analysis).text;
}

describe('a value that fills its line in Markdown', () => {
  it.each([
    ['{analysis.text}', 'one\n\ntwo | x'],
    ['{analysis.list}', '- a\n- b'],
    ['{analysis.nested}', '- a\n  - b\n    - c\n  - d\n- e'],
    ['{analysis.timeline}', '- **10:00** Deploy\n- **10:05** Errors\n  - **host**: db-1'],
    ['{analysis.timeline[0]}', '- **10:00** Deploy'],
    ['{analysis.object}', '- **name**: n\n- **tags**:\n  - x\n  - y\n- **note**: l1\n  l2\n- **deep**:\n  - **k**: 1'],
    ['{analysis.records}', '- **a**: 1, **b**: x\n- **a**: 2'],
    ['{analysis.mixed}', '- 1\n- true\n- last'],
    ['{analysis.empty}', ''],
    ['{analysis.zero}', '0'],
    ['{analysis.no}', 'false'],
    ['  {analysis.text}', '  one\n\n  two | x'],
    ['> {analysis.text}\n> end', '> one\n>\n> two | x\n> end'],
    ['- {analysis.text}', '- one\n\n  two | x'],
    ['1. {analysis.text}', '1. one\n\n   two | x'],
    ['> - {analysis.list}', '> - - a\n>   - b'],
    ['- x\n  {analysis.list}\n- y', '- x\n  - a\n  - b\n- y'],
    ['{% for l in [analysis.text] %}- {{ l }}\n{% endfor %}', '- one\n\n  two | x\n'],
    ['{analysis.list}  \r\nx', '- a\n- b\n  \r\nx'],
    ['{analysis.list}\nText', '- a\n- b\n\nText'],
    ['{analysis.list}\n{job.id}', '- a\n- b\n\n7'],
    ['{analysis.list}\n\nText', '- a\n- b\n\nText'],
    ['{analysis.list}\n- c', '- a\n- b\n- c'],
  ])('%j', (text, expected) => {
    expect(render(text, markdownFlavour)).toBe(expected);
  });
});

describe('a value inside a line in Markdown is one line', () => {
  it.each([
    ['# {analysis.text}', '# one two | x'],
    ['Cause: {analysis.text}', 'Cause: one two | x'],
    ['{analysis.text}.', 'one two | x.'],
    ['{job.id} {analysis.list}', '7 a, b'],
    ['{job.id}{analysis.list}', '7a, b'],
    ['In {analysis.list} and {analysis.timeline}', 'In a, b and 10:00 Deploy, 10:05 Errors, host: db-1'],
    ['It is {analysis.object}', 'It is name: n, tags: x, y, note: l1 l2, deep: k: 1'],
    ['| {analysis.text} | {job.id} |', '| one two \\| x | 7 |'],
    ['{{ analysis.list | join("; ") }}', 'a; b'],
    ['{{ "a\\nb" }} c', 'a\nb c'],
    ['x {{ analysis.text | safe }}', 'x one\n\ntwo | x'],
  ])('%j', (text, expected) => {
    expect(render(text, markdownFlavour)).toBe(expected);
  });

  it('but the text of a macro, a call or a captured block stays as it is', () => {
    const text = '{% macro m() %}a\nb{% endmacro %}x {{ m() }}{% set s %}\n{{ analysis.list }}{% endset %} {{ s }}';
    expect(render(text, markdownFlavour)).toBe('x a\nb \n- a\n- b');
  });
});

describe('other flavours', () => {
  it.each([
    ['{analysis.nested}', '* a\n** b\n*** c\n** d\n* e'],
    ['{analysis.timeline}', '* *10:00* Deploy\n* *10:05* Errors, host: db-1'],
    ['{analysis.object}', '* *name*: n\n* *tags*:\n** x\n** y\n* *note*: l1 l2\n* *deep*:\n** *k*: 1'],
    ['{panel}{analysis.text}{panel}', '{panel}one\n\ntwo | x{panel}'],
    ['h2. {analysis.text}', 'h2. one two | x'],
    ['* {analysis.list} x', '* a, b x'],
  ])('wiki %j', (text, expected) => {
    expect(render(text, wikiFlavour)).toBe(expected);
  });

  it.each([
    ['<td>{analysis.list}</td>', '<td><ul><li>a</li><li>b</li></ul></td>'],
    [
      '{analysis.nested}',
      '<ul><li>a</li><li><ul><li>b</li><li><ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>',
    ],
    [
      '{analysis.records}',
      '<ul><li><strong>a</strong>: 1, <strong>b</strong>: x</li><li><strong>a</strong>: 2</li></ul>',
    ],
    ['{{ analysis.timeline[0] }}', '<ul><li><strong>10:00</strong> Deploy</li></ul>'],
    ['<a href="{job.url}" title="{analysis.list}">', '<a href="https://rca.example.com/?a=1&amp;b=2" title="a, b">'],
    ['{{ "<b>" }}{{ "<b>" | safe }}{{ "<b>" | escape }}', '&lt;b&gt;<b>&lt;b&gt;'],
    ['{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m("<") }}', '<i>&lt;</i>'],
  ])('html %j', (text, expected) => {
    expect(render(text, htmlFlavour)).toBe(expected);
  });

  it.each([
    ['{analysis.list}', 'a, b'],
    ['{analysis.text}', 'one\n\ntwo | x'],
    ['RCA: {analysis.text}', 'RCA: one\n\ntwo | x'],
    ['{analysis.timeline}', '10:00 Deploy\n10:05 Errors, host: db-1'],
    ['{analysis.object.tags}', 'x, y'],
  ])('text %j', (text, expected) => {
    expect(render(text, textFlavour)).toBe(expected);
  });
});
