import type { Body, Template, TemplateRenderer, TemplateSource } from '../contracts/template-renderer.ts';
import { compileAdf } from './adf/compile-adf.ts';
import { compileText } from './compile-text.ts';
import { type Flavour, htmlFlavour, markdownFlavour, wikiFlavour } from './flavour.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { compileTemplate } from './language/compile-template.ts';
import { parseWithNames } from './names/parse-with-names.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { reportTemplate } from './report-template.ts';
import { templateContext } from './template-context.ts';
import { titleOf } from './title-of.ts';
import { undefinedWarnings } from './undefined-warnings.ts';

/** The render stage on nunjucks' syntax. Everything is compiled once; a rendering is synchronous and keeps nothing. */
export function createRenderer(): TemplateRenderer {
  return { compile, report: reportTemplate };
}

function compile(source: TemplateSource): Template {
  switch (source.format) {
    case 'markdown':
      return markdownTemplate(source);
    case 'wiki':
      return textTemplate(source, wikiFlavour, text => ({ kind: 'wiki', text }));
    case 'html':
      return textTemplate(source, htmlFlavour, text => ({
        kind: 'html',
        text,
        root: parseMarkdown(htmlToMarkdown(text)),
      }));
    case 'adf':
      return adfTemplate(source);
  }
}

function markdownTemplate(source: TemplateSource): Template {
  const template = compileTemplate(source, markdownFlavour);
  return {
    render: analysis => {
      const warnings = undefinedWarnings();
      const printout = template.run(templateContext(analysis), warnings.add);
      const body: Body = { kind: 'markdown', root: parseWithNames(printout, parseMarkdown) };
      return { title: titleOf(analysis), body, warnings: warnings.all() };
    },
  };
}

function textTemplate(source: TemplateSource, flavour: Flavour, asBody: (text: string) => Body): Template {
  const render = compileText(source, flavour);
  return {
    render: analysis => {
      const { text, warnings } = render(analysis);
      return { title: titleOf(analysis), body: asBody(text), warnings };
    },
  };
}

function adfTemplate(source: TemplateSource): Template {
  const render = compileAdf(source);
  return {
    render: analysis => {
      const { doc, warnings } = render(analysis);
      return { title: titleOf(analysis), body: { kind: 'adf', doc }, warnings };
    },
  };
}
