import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis.ts';
import { compileText } from '../compile-text.ts';

const analysis: Analysis = {
  job: { id: '7', title: 'T', severity: 'low' },
  analysis: { list: ['a', 'b'], 'two words': 'w', braces: '{job.id} {{ job.id }}' },
  report: { format: 'markdown', content: '# Root Cause\n\nThe disk.' },
};

function render(text: string): string {
  return compileText({ file: 't', text })(analysis).text;
}

describe('single braces', () => {
  it.each([
    ['{job.id}{job.id}', '77'],
    ['a {analysis.list[1]} b', 'a b b'],
    ['{analysis["two words"]}', 'w'],
    ["{analysis['two words']}", 'w'],
    ['{report.sections["Root Cause"]}', 'The disk.'],
    ['{job["id"]}', '7'],
    ['{{ job.id }}{job.id}', '77'],
    ['{% if job.id %}{job.id}{% endif %}', '7'],
    ['x\n  {%- if true %}{job.id}{% endif -%}\n  y', 'x7y'],
    ['{{- " a" }} {job.id} {{- "b" }}', ' a 7b'],
  ])('%s is a placeholder', (text, printed) => {
    expect(render(text)).toBe(printed);
  });

  it.each([
    '{other.id}',
    '{job}',
    '{ job.id }',
    '{job.id | upper}',
    '{job.}',
    '{jobs.id}',
    '{"job.id": 1}',
    '{job.a-b}',
    '{HOME}',
  ])('%s is text', text => {
    expect(render(text)).toBe(text);
  });

  it.each([
    ['{% raw %}{job.id}{{ job.id }}{% endraw %}', '{job.id}{{ job.id }}'],
    ['{% verbatim %}{job.id}{% endverbatim %}', '{job.id}'],
    ['{# {job.id} #}', ''],
    ['{{ "{job.id}" }}', '{job.id}'],
    ['{% set a = "{job.id}" %}{{ a }}', '{job.id}'],
    ['{analysis.braces}', '{job.id} {{ job.id }}'],
  ])('%s holds none', (text, printed) => {
    expect(render(text)).toBe(printed);
  });
});
