import { afterEach, describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis.ts';
import { ItsmError } from '../../itsm-error.ts';
import { compileText } from '../compile-text.ts';
import { htmlFlavour } from '../flavour.ts';

const flag = 'templateEscaped';
const setFlag = `globalThis.${flag} = true`;

const data = JSON.parse(`{
  "job": { "id": "1", "title": "T", "severity": "high" },
  "analysis": {
    "text": "x", "list": ["a"], "object": { "a": 1 }, "key": "constructor", "proto": "__proto__",
    "payload": "{{ ''.constructor.constructor('${setFlag}')() }}{job.id}{% set a = 1 %}",
    "__proto__": { "polluted": "yes" }, "constructor": "own"
  }
}`);
const analysis: Analysis = {
  ...data,
  analysis: {
    ...data.analysis,
    method: () => {
      Reflect.set(globalThis, flag, true);
      return 'called';
    },
  },
};

/** What a template comes to: its text, or the refusal. */
function attempt(text: string): string {
  try {
    return compileText({ file: 't.md', text })(analysis).text;
  } catch (error) {
    if (ItsmError.is(error) && error.kind === 'template') return `refused ${error.message}`;
    throw error;
  }
}

afterEach(() => {
  expect(Reflect.get(globalThis, flag)).toBeUndefined();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

describe('a template cannot get out: refused when it is compiled', () => {
  it.each([
    [`{{ analysis.text.constructor.constructor("${setFlag}")() }}`, 30],
    [`{{ analysis["constructor"] }}`, 13],
    [`{analysis.list.constructor}`, 1],
    [`{analysis["__proto__"]}`, 1],
    [`{{ range.constructor("${setFlag}")() }}`, 10],
    [`{{ joiner.prototype }}`, 11],
    [`{{ analysis.object.__proto__.polluted }}`, 20],
    [`{{ cycler.call.constructor }}`, 16],
    [`{{ analysis.method() }}`, 4],
    [`{{ analysis.list.push("b") }}`, 4],
    [`{{ analysis.text["at"](0) }}`, 4],
    [`{{ job() }}`, 4],
    [`{{ (analysis.method)() }}`, 4],
    [`{{ [].concat("a") }}`, 4],
    [`{{ eval("${setFlag}") }}`, 4],
    [`{{ analysis.text | constructor }}`, 20],
    [`{{ analysis.text | valueOf }}`, 20],
    [`{{ analysis.text | __proto__ }}`, 20],
    [`{{ analysis.text is constructor }}`, 21],
    [`{{ analysis.text is callable }}`, 21],
    // nunjucks' own compiler would paste these into its JavaScript as they are.
    [`{{ analysis.text is 'defined"); ${setFlag}; ("' }}`, 21],
    [`{% set 'x", 1); ${setFlag}; ("' = 1 %}`, 8],
    [`{% for a, 'x", 1); ${setFlag}; ("' in analysis.list %}{% endfor %}`, 11],
    [`{% macro m('x", 1); ${setFlag}; ("'=1) %}{% endmacro %}`, 12],
    [`{% macro 'm", 1); ${setFlag}; ("'() %}{% endmacro %}`, 10],
    ['{{ a"`globalThis` }}', 4],
    ['{{ a\\u0022 }}', 4],
    [`{% include "../other.md" %}`, 4],
    [`{% import "../other.md" as x %}`, 4],
    [`{% from "../other.md" import x %}`, 4],
    [`{% extends "../other.md" %}`, 4],
    [`{% block x %}{% endblock %}`, 4],
    [`{% asyncEach x in analysis.list %}{% endeach %}`, 4],
    [`{{ r/(a+)+$/ }}`, 4],
  ])('%s', (text, column) => {
    expect(() => compileText({ file: 't.md', text })).toThrow(ItsmError);
    expect(attempt(text)).toMatch(new RegExp(`^refused t\\.md:1:${column}: `));
  });
});

describe('a template cannot get out: harmless when it runs', () => {
  it.each([
    ['{{ analysis.text["con" ~ "structor"] }}', ''],
    ['{{ analysis.text["con" + "structor"]["con" + "structor"] }}', ''],
    ['{{ analysis.list[analysis.key] }}', ''],
    ['{{ analysis.list[["constructor"]] }}', ''],
    ['{{ analysis.object[analysis.proto] }}', ''],
    ['{{ analysis.object.toString }}{{ analysis.object.hasOwnProperty }}{{ analysis.list.map }}', ''],
    ['{{ analysis.method }}', ''],
    ['{{ globalThis }}{{ process }}{{ require }}{{ this }}{{ env }}{{ context }}', ''],
    ['{{ toString }}{{ hasOwnProperty }}{{ valueOf }}', ''],
    ['{{ [analysis.object] | join(",", "constructor") }}', ''],
    ['{{ [analysis.object] | selectattr("__proto__.toString") | length }}', '0'],
    ['{{ [analysis.object] | sort(attribute="constructor.name") | length }}', '1'],
    ['{{ [analysis.object] | groupby("constructor") | length }}', '1'],
    ['{% set x = {"__proto__": {"polluted": "yes"} } %}{{ x.polluted }}', ''],
    ['{% set __proto__ = 1 %}{{ __proto__ }}', '1'],
    ['{% set toString = 1 %}{{ toString }}', '1'],
    ['{{ analysis.polluted }}', ''],
    ['{{ "constructor" in analysis.object }}', 'false'],
    ['{% for k in analysis.object["__pro" ~ "to__"] %}{{ k }}{% endfor %}', ''],
    ['{% for k, v in range %}{{ k }}{% endfor %}{{ range }}', ''],
    ['{{ loop }}{{ caller }}', ''],
  ])('%s', (text, printed) => {
    expect(attempt(text)).toBe(printed);
  });

  it('does not run or rewrite what stands in a value', () => {
    expect(attempt('{{ analysis.payload }}|{analysis.payload}')).toBe(
      `${data.analysis.payload}|${data.analysis.payload}`,
    );
  });

  it('calls only what the template defines, whatever a variable is set to', () => {
    expect(attempt('{% set f = analysis.method %}{{ f() }}')).toContain('"f" is not a macro');
    expect(attempt('{{ caller() }}')).toContain('"caller" is not a macro');
  });

  it('escapes values in HTML templates', () => {
    const render = compileText({ file: 't.html', text: '<p title="{{ job.title }}">{{ job.title }}</p>' }, htmlFlavour);
    const { text } = render({ ...analysis, job: { ...analysis.job, title: `"><script>${setFlag}</script>` } });
    const escaped = `&quot;&gt;&lt;script&gt;${setFlag}&lt;/script&gt;`;
    expect(text).toBe(`<p title="${escaped}">${escaped}</p>`);
  });
});

describe('a template cannot run or grow without end', () => {
  it.each([
    ['{{ range(1000000000) | length }}', 'at most 10000 numbers'],
    ['{{ range(0, 10, 0.0001) | length }}', 'at most 10000 numbers'],
    ['{{ range("x") | length }}', 'at most 10000 numbers'],
    ['{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}', 'too much work'],
    ['{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}', 'more than 50 deep'],
    ['{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}', 'too much work'],
    ['{% set s = "0123456789" %}{% for i in range(99) %}{% set s = s ~ s %}{% endfor %}', 'grows beyond'],
    ['{% set s = "0123456789" %}{% for i in range(99) %}{% set s = s | replace("", s) %}{% endfor %}', 'grows beyond'],
    ['{% set l = [1] %}{% for i in range(99) %}{% set l = [l, l, l, l] %}{% endfor %}{{ l }}', 'too much work'],
    ['{{ "x" | center(100000000) }}', 'up to 1000'],
    ['{{ [1] | batch(100000000, "x") }}', 'up to 1000'],
    ['{{ [1] | slice(100000000) }}', 'up to 1000'],
    [`${'('.repeat(50_000)}`.replace(/^/, '{{ '), 'nested too deeply'],
  ])('%s', (text, reason) => {
    expect(attempt(text)).toContain(reason);
  });

  it('prints a list that holds itself up to a depth', () => {
    const loop: unknown[] = ['a'];
    loop.push(loop);
    const render = compileText({ file: 't.md', text: '{{ analysis.loop }}' });
    expect(() => render({ ...analysis, analysis: { loop } })).toThrow(ItsmError);
  });
});
