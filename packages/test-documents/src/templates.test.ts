import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRenderer, parseAnalysis, parseMarkdown } from '@itsm-bridge/core';
import { describe, expect, it } from 'vitest';
import { codeBlocks } from './code-blocks.ts';
import { pages, root } from './pages.ts';
import { type TemplateExample, templateExamples } from './template-examples.ts';

const page = pages.find(({ file }) => file === 'docs/TEMPLATES.md') ?? { file: '', markdown: '' };
const blocks = codeBlocks(page.file, page.markdown);
const noted = (name: string) => blocks.find(({ notes }) => name in notes)?.text ?? '';
const given = readFileSync(join(root, 'packages/test-documents/given/analyses/abc123.json'), 'utf8');
const analysis = parseAnalysis({ ...JSON.parse(given), report: { format: 'markdown', content: noted('report') } });

const compile = ({ format, template }: Pick<TemplateExample, 'format' | 'template'>) =>
  createRenderer().compile({ file: 'x', text: template, format });

describe('the page on templates', () => {
  const examples = templateExamples(page);
  const becoming = examples.filter(({ says }) => says === 'Becomes');
  const refused = examples.filter(({ says }) => says === 'Is refused with');

  it.each(becoming)('says what is rendered: $at $template', example => {
    const { body, warnings } = compile(example).render(analysis);
    if (body.kind === 'markdown') expect(body.root).toEqual(parseMarkdown(example.words));
    else expect(body).toMatchObject({ kind: example.format, text: example.words });
    expect(warnings).toEqual([]);
  });

  it.each(refused)('says what is refused: $at $template', example => {
    expect(() => compile(example).render(analysis)).toThrow(`: ${example.words}`);
  });

  it('names all filters of nunjucks that there are, and none besides', () => {
    const ours = [...page.markdown.matchAll(/^\| `(\w+)`[^|]* \| `\{\{/gm)].map(([, name]) => name);
    const all = [...noted('filters').trim().split(/\s+/), ...ours];
    const unknown = () => compile({ format: 'markdown', template: '{{ 1 | unknown }}' });
    expect(unknown).toThrow(`there is no filter "unknown"; there are ${[...new Set(all)].sort().join(', ')}`);
  });
});
