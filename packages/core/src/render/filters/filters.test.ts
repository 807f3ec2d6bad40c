import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis.ts';
import { compileText } from '../compile-text.ts';
import { filters } from './filters.ts';

const analysis: Analysis = {
  job: { id: '7', title: 'Disk full', severity: 'low', at: '2025-10-27T10:30:05.123Z', nothing: null },
  analysis: {
    list: ['b', 'a', 'C'],
    numbers: [3, 10, 1],
    lines: '- one\n* two\n3. three\n\nfour',
    rows: [
      { at: '10:00', note: 'a|b' },
      { at: '10:05', host: 'x\ny' },
    ],
    code: 'a\n```\nb\n````\n',
    md: '## H\n\n**bold** text',
    people: [
      { name: 'x', team: 'constructor' },
      { name: 'y', team: '__proto__' },
      { name: 'z', team: 'constructor' },
    ],
  },
};

function render(text: string): string {
  return compileText({ file: 't', text })(analysis).text;
}

describe('our filters', () => {
  it.each([
    ['{{ analysis.list | bullets }}', '- b\n- a\n- C'],
    ['{{ analysis.lines | bullets }}', '- one\n- two\n- three\n- four'],
    ['{{ analysis.list | numbered }}', '1. b\n2. a\n3. C'],
    ['{{ [1, [2, 3]] | numbered }}', '1. 1\n   - 2\n   - 3'],
    [
      '{{ analysis.rows | table }}',
      '| at | note | host |\n| --- | --- | --- |\n| 10:00 | a\\|b |  |\n| 10:05 |  | x y |',
    ],
    ['{{ analysis.rows | table(["host"]) }}', '| host |\n| --- |\n|  |\n| x y |'],
    ['{{ analysis.list | table }}', '- b\n- a\n- C'],
    ['{{ [] | table }}', ''],
    ['{{ job.at | date }}', '2025-10-27 10:30 UTC'],
    ['{{ "2025-10-27T10:30:00+02:00" | date }}', '2025-10-27 08:30 UTC'],
    ['{{ "2025-10-27T10:30:00" | date("DD.MM.YYYY HH:mm:ss") }}', '27.10.2025 10:30:00'],
    ['{{ "2025-10-27" | date }} {{ 0 | date("YYYY") }}', '2025-10-27 00:00 UTC 1970'],
    ['{{ "yesterday" | date }}{{ "2025-13-99" | date }}', 'yesterday2025-13-99'],
    ['{{ "a\\n\\nb" | quote }}', '> a\n>\n> b'],
    ['{{ analysis.code | code("sql") }}', '`````sql\na\n```\nb\n````\n`````'],
    ['{{ "x" | code }}', '```\nx\n```'],
    ['{{ "x" | code("a b`c\\nd") }}', '```abcd\nx\n```'],
    [
      '{{ "**b** <script>x</script> [l](javascript:x)" | markdown }}',
      '<p><strong>b</strong> &lt;script&gt;x&lt;/script&gt; [l](javascript:x)</p>',
    ],
  ])('%s', (text, printed) => {
    expect(render(text)).toBe(printed);
  });

  it('markdown_to_text takes the markup away', () => {
    const text = render('{{ analysis.md | markdown_to_text }}');
    expect(text).toContain('bold text');
    expect(text).not.toContain('*');
    expect(text).toBe(text.trim());
  });
});

describe("nunjucks' filters", () => {
  it.each([
    ['{{ analysis.list | sort | join }}', 'abC'],
    ['{{ analysis.list | sort(true, true) | join }}{{ analysis.list | sort(case_sensitive=true) | join }}', 'baCCab'],
    ['{{ analysis.numbers | sort | join(" ") }}', '1 3 10'],
    ['{{ analysis.people | sort(attribute="name", reverse=true) | join(",", "name") }}', 'z,y,x'],
    ['{{ analysis.people | selectattr("name") | length }}{{ analysis.people | rejectattr("name") | length }}', '30'],
    ['{{ analysis.numbers | select("odd") | join }}{{ analysis.numbers | reject("odd") | join }}', '3110'],
    [
      '{% for k, v in analysis.people | groupby("team") %}{{ k }}:{{ v | join("", "name") }} {% endfor %}',
      'constructor:xz __proto__:y ',
    ],
    ['{{ analysis.numbers | sum }} {{ [{a: 1}, {a: 2}] | sum("a", 10) }}', '14 13'],
    [
      '{{ job.title | upper }} {{ job.title | lower | capitalize }} {{ job.title | title }}',
      'DISK FULL Disk full Disk Full',
    ],
    [
      '{{ job.title | replace("full", "ok") }} {{ "aaa" | replace("a", "b", 2) }} {{ "ab" | replace("", "-") }}',
      'Disk ok bba a-b',
    ],
    ['{{ "3.7" | int }} {{ "x" | int(5) }} {{ "ff" | int(0, 16) }} {{ "3.7" | float }}', '3 5 255 3.7'],
    ['{{ analysis.list | first }}{{ analysis.list | last }}{{ analysis.list | reverse | first }}', 'bCC'],
    ['{{ "  x " | trim }}|{{ "a b" | wordcount }}|{{ "<b>x</b>" | striptags }}|{{ "a b" | urlencode }}', 'x|2|x|a%20b'],
    ['{{ "long text here" | truncate(9) }}|{{ 2.55 | round(1) }}|{{ -3 | abs }}', 'long text...|2.6|3'],
    ['{{ "a\\nb" | indent(2) }}', 'a\n  b'],
    ['{{ job.nothing | default("x") }}{{ job.nothing | default("x", true) }}', 'x'],
    ['{{ job.nothing | upper }}{{ job.nothing | length }}{{ job.nothing | trim }}', '0'],
    ['{{ analysis.list | dump }}', '["b","a","C"]'],
  ])('%s', (text, printed) => {
    expect(render(text)).toBe(printed);
  });

  it('do not include random, as a rendering is pure', () => {
    expect(filters.has('random')).toBe(false);
    expect(() => render('{{ analysis.list | random }}')).toThrow('there is no filter "random"');
  });
});
