import { describe, expect, it } from 'vitest';
import { ItsmError } from '../../itsm-error.ts';
import { parseTemplate } from './parse-template.ts';

function messageOf(text: string): string {
  try {
    parseTemplate({ file: 'templates/incident.md', text });
  } catch (error) {
    if (ItsmError.is(error) && error.kind === 'template') return error.message;
    throw error;
  }
  return 'parsed';
}

describe('a syntax error names its place in plain words', () => {
  it.each([
    ['a\n\nbc {{ job.id job }}', '3:14: expected "}}" here: the expression before it is complete, or has a mistake'],
    ['{job.id} {job.id} {{ a b }}', '1:24: expected "}}" here: the expression before it is complete, or has a mistake'],
    ['x {{ "abc', '1:3: expected "}}" here: the expression before it is complete, or has a mistake'],
    ['{{#if job.id}}x{{/if}}', '1:1: found "{{#"; blocks are written {% if … %} … {% endif %}'],
    ['{{# each job.tags }}', '1:1: found "{{#"; blocks are written {% if … %} … {% endif %}'],
    ['{% if a %}\n{job.id} {{- /if }}', '2:10: found "{{/"; blocks are written {% if … %} … {% endif %}'],
    ['{{ a + # }}', '1:8: found "#" where a value is expected'],
    ['{{ }}', '1:4: found "}}" where a value is expected'],
    ['a {{ foo(', '1:3: this tag is not complete, or is written wrongly: a quote or a bracket in it may be open'],
    ['{{ [a }}', '1:4: expected comma after expression'],
    ['{% if a %}\n{% for b in c %}x{% endfor %}', '1:1: "if" is never closed: add {% endif %}'],
    ['{% if a %}\n {% for b in c %}x', '2:2: "for" is never closed: add {% endfor %}'],
    ['{% macro m() %}x', '1:1: "macro" is never closed: add {% endmacro %}'],
    ['{% switch a %}', '1:1: "switch" is never closed: add {% endswitch %}'],
    ['{% for a b %}{% endfor %}', '1:4: expected "in", as in {% for item in list %}'],
    ['{% if a %}x{% endfor %}', '1:15: there is no tag "endfor", or it closes nothing here'],
    ['{% foo %}', '1:4: there is no tag "foo", or it closes nothing here; did you mean "for"?'],
    ['{% %}', '1:4: expected the name of a tag after "{%"'],
    ['{% if a', '1:1: expected "%}" at the end of the tag "if": what stands before it is complete, or has a mistake'],
    ['a\n b {# c\n', '2:4: "{#" begins a comment that "#}" never ends'],
    ['a\nb #} c', '2:3: "#}" ends a comment that "{#" never began; write {{ "#}" }} for the text'],
    ['{% raw %}{{ x }}', '1:4: "raw" is never closed: add {% endraw %}, without dashes'],
    ['{% set a %}x', '1:1: the template ends inside this tag'],
  ])('%j', (text, message) => {
    expect(messageOf(text)).toBe(`templates/incident.md:${message}`);
  });
});
