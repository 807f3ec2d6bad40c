import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis.ts';
import { compileText } from '../compile-text.ts';

const analysis: Analysis = {
  job: { id: '7', title: 'Disk full', severity: 'low', count: 3, nothing: null },
  analysis: { list: ['a', 'b', 'c'], object: { x: 1, y: 2 }, pairs: [[1, 'one']], text: 'abc', empty: [] },
  caused_by: 'anything',
  fingerprint: 'f-1',
};

function render(text: string): string {
  return compileText({ file: 't', text })(analysis).text;
}

describe('the language is that of nunjucks', () => {
  it.each([
    ['{{ job.id }} {{ job["id"] }} {{ caused_by }} {{ fingerprint }}', '7 7 anything f-1'],
    ['{{ analysis.list[0] }}{{ analysis.list.length }}{{ analysis.text[1] }}', 'a3b'],
    ['{{ 1 + 2 * 3 }} {{ 7 // 2 }} {{ 7 % 4 }} {{ 2 ** 3 }} {{ -1 + +2 }} {{ 7 / 2 }}', '7 3 3 8 1 3.5'],
    ['{{ "a" + 1 }}{{ "b" ~ 2 ~ true }}{{ 1 ~ 2 }}', 'a1b2true12'],
    ['{{ job.count > 2 }} {{ job.count == "3" }} {{ job.count === "3" }} {{ 1 != 2 }}', 'true true false true'],
    ['{{ "a" < "b" }} {{ 3 >= 3 }} {{ job.nothing == none }} {{ 10 <= 9 }}', 'true true true false'],
    ['{{ true and "x" }} {{ false or "y" }} {{ not true }}', 'x y false'],
    ['{{ "b" in analysis.list }} {{ "z" not in analysis.list }} {{ "x" in analysis.object }}', 'true true true'],
    ['{{ "yes" if job.count else "no" }}{{ "yes" if job.nothing }}', 'yes'],
    ['{{ (1 + 2) * 3 }} {{ [1, 2] | join("-") }} {{ {a: 1, "b": 2} | dump }}', '9 1-2 {"a":1,"b":2}'],
    ['{% if job.count > 5 %}a{% elif job.count > 2 %}b{% else %}c{% endif %}', 'b'],
    ['{% for x in analysis.list %}{{ loop.index }}{{ x }}{{ ", " if not loop.last }}{% endfor %}', '1a, 2b, 3c'],
    ['{% for x in analysis.empty %}x{% else %}none{% endfor %}', 'none'],
    ['{% for k, v in analysis.object %}{{ k }}={{ v }};{% endfor %}', 'x=1;y=2;'],
    ['{% for n, name in analysis.pairs %}{{ n }}{{ name }}{% endfor %}', '1one'],
    ['{% set n = 0 %}{% for x in analysis.list %}{% set n = n + loop.index %}{% endfor %}{{ n }}', '6'],
    ['{% for x in analysis.list %}{% set inner = x %}{% endfor %}{{ inner }}', ''],
    ['{% set a, b = 1 %}{{ a }}{{ b }}{% set t %}x{{ job.id }}{% endset %}{{ t }}', '11x7'],
    ['{% switch job.id %}{% case "6" %}six{% case "7" %}seven{% default %}?{% endswitch %}', 'seven'],
    ['{% switch job.id %}{% case "7" %}{% case "8" %}both{% default %}?{% endswitch %}', 'both'],
    ['{% macro m(a, b="x") %}[{{ a }}{{ b }}]{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(b=3, a=4) }}', '[1x][12][43]'],
    ['{% macro m() %}<{{ caller("c") }}>{% endmacro %}{% call(x) m() %}{{ x }}{{ job.id }}{% endcall %}', '<c7>'],
    ['{% set n = 1 %}{% macro m() %}{% set n = 2 %}{{ n }}{{ job.id }}{% endmacro %}{{ m() }}{{ n }}', '271'],
    ['{% for x in [1] %}{% macro m() %}{{ x }}!{% endmacro %}{{ m() }}{% endfor %}', '!'],
    ['{% filter upper %}a{{ job.title }}{% endfilter %}', 'ADISK FULL'],
    ['{% set c = cycler("a", "b") %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}', 'abaa'],
    ['{% set j = joiner("|") %}{% for x in range(3) %}{{ j() }}{{ x }}{% endfor %}', '0|1|2'],
    ['{{ range(2, 8, 3) | join }}{{ range(3, 0, -1) | join }}', '25321'],
    [
      '{{ job.gone is defined }}{{ job.nothing is null }}{{ 4 is divisibleby(2) }}{{ 3 is not odd }}',
      'falsetruetruefalse',
    ],
    ['{{ job.gone is lower }}{{ job.nothing is upper }}{{ job.gone is iterable }}', 'falsefalsefalse'],
    ['a{# b #}c {%- if true %} d {%- endif %}', 'ac d'],
    ['{{ "line\\nbreak" }}', 'line\nbreak'],
  ])('%s', (text, printed) => {
    expect(render(text)).toBe(printed);
  });
});

describe('an undefined variable', () => {
  function warnings(text: string): readonly string[] {
    return compileText({ file: 'x.md', text })(analysis).warnings.map(({ code, message }) => `${code} ${message}`);
  }
  const missing = (path: string, place: string) => `undefined-variable x.md:${place}: ${path} is not in the analysis`;

  it.each([
    ['\n{{ analysis.gone }}', [missing('analysis.gone', '2:4')]],
    ['{analysis.gone.deeper}', [missing('analysis.gone.deeper', '1:1')]],
    ['{{ analysis["no such"] }}', [missing('analysis["no such"]', '1:4')]],
    ['{report.content}', [missing('report.content', '1:1')]],
    ['{{ gone }}{{ gone }}\n{{ gone }}', [missing('gone', '1:4')]],
    ['{% for i in range(5) %}{{ analysis.gone }}{% endfor %}', [missing('analysis.gone', '1:27')]],
    ['{% for i in analysis.gone %}{% endfor %}', [missing('analysis.gone', '1:13')]],
    ['{{ analysis.gone | upper | trim }}', [missing('analysis.gone', '1:4')]],
    ['{{ "a" ~ analysis.gone }}', [missing('analysis.gone', '1:10')]],
    ['{{ analysis.gone + 1 }}', [missing('analysis.gone', '1:4')]],
    ['{{ a }}{{ b }}', [missing('a', '1:4'), missing('b', '1:11')]],
    ['{{ analysis.gone | default("x") }}{{ analysis.gone | d("x") }}{{ analysis.gone or "x" }}', []],
    ['{% if analysis.gone %}{% endif %}{{ analysis.gone is defined }}{{ analysis.gone == 1 }}', []],
    ['{{ "x" if analysis.gone }}{{ analysis.gone | length }}', []],
    ['{{ job.nothing }}{{ analysis.empty }}', []],
    ['{{ analysis.empty | first }}', []],
  ])('%j', (text, expected) => {
    expect(warnings(text)).toEqual(expected);
  });

  it('is printed as nothing', () => {
    expect(render('a{{ analysis.gone }}b{{ "c" ~ analysis.gone }}{{ analysis.gone + 1 }}{{ job.nothing }}d')).toBe(
      'abcd',
    );
  });
});
