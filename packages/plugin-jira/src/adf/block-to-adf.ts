import { legalText } from '@itsm-bridge/core';
import type { Code, Heading } from 'mdast';
import type { AdfContext } from './adf-context.ts';
import type { AdfBlock, AdfCodeBlock } from './adf-node.ts';
import { detailsToAdf } from './details-to-adf.ts';
import type { Flow } from './fold-details.ts';
import { listToAdf } from './list-to-adf.ts';
import { paragraph } from './paragraph.ts';
import type { Place } from './place.ts';
import { quoteToAdf } from './quote-to-adf.ts';
import { rawHtmlToAdf } from './raw-html-to-adf.ts';
import { tableToAdf } from './table-to-adf.ts';
import { textToAdf } from './text-to-adf.ts';
import { tidyInlines } from './tidy-inlines.ts';

/** One block in the nearest form that its place allows; nothing where there is nothing to read. */
export function blockToAdf(node: Flow, place: Place, context: AdfContext): readonly AdfBlock[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(context.inlines(node.children));
    case 'heading':
      return headingToAdf(node, place, context);
    case 'thematicBreak':
      return place.rules ? [{ type: 'rule' }] : paragraph(textToAdf('———'));
    case 'code':
      return [codeToAdf(node)];
    case 'html':
      return paragraph(tidyInlines(rawHtmlToAdf(node.value)));
    case 'blockquote':
      return quoteToAdf(node, place, context);
    case 'list':
      return listToAdf(node, place, context);
    case 'table':
      return tableToAdf(node, context);
    case 'details':
      return detailsToAdf(node, place, context);
    case 'footnoteDefinition':
      return [];
    case 'definition':
      return paragraph(textToAdf(`[${node.label ?? node.identifier}]: ${node.url}`));
    case 'yaml':
      return [codeToAdf({ type: 'code', lang: 'yaml', value: node.value })];
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return context.blocks(node.children, place);
    default:
      return paragraph(context.inlines([node]));
  }
}

function headingToAdf({ depth, children }: Heading, place: Place, context: AdfContext): readonly AdfBlock[] {
  if (!place.headings) return paragraph(context.inlines(children, [{ type: 'strong' }]));
  const content = context.inlines(children);
  return content.length === 0 ? [] : [{ type: 'heading', attrs: { level: depth }, content }];
}

function codeToAdf({ lang, value }: Code): AdfCodeBlock {
  const language = legalText(lang?.trim().split(/\s+/)[0] ?? '');
  return {
    type: 'codeBlock',
    ...(language ? { attrs: { language } } : {}),
    ...(value === '' ? {} : { content: [{ type: 'text', text: legalText(value) }] }),
  };
}
