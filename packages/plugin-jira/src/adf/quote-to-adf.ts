import type { Blockquote, RootContent } from 'mdast';
import type { AdfContext } from './adf-context.ts';
import type { AdfBlock, AdfPanel } from './adf-node.ts';
import { paragraph } from './paragraph.ts';
import { inPanel, inQuote, type Place } from './place.ts';
import { textToAdf } from './text-to-adf.ts';
import { tidyInlines } from './tidy-inlines.ts';
import { wrapRuns } from './wrap-runs.ts';

/** A quote; a GitHub alert as a panel. Where neither may stand, its blocks with `> ` before each paragraph. */
export function quoteToAdf(quote: Blockquote, place: Place, context: AdfContext): readonly AdfBlock[] {
  const alert = alertOf(quote);
  if (alert !== undefined && place.panels) {
    const attrs = { panelType: alert.panelType };
    return wrapRuns(context.blocks(alert.children, inPanel), content => ({ type: 'panel', attrs, content }));
  }
  const content = [
    ...paragraph(textToAdf(alert?.label ?? '', [{ type: 'strong' }])),
    ...context.blocks(alert?.children ?? quote.children, place.quotes ? inQuote : place),
  ];
  return place.quotes ? wrapRuns(content, run => ({ type: 'blockquote', content: run })) : content.map(asQuoted);
}

function asQuoted(block: AdfBlock): AdfBlock {
  if (block.type !== 'paragraph') return block;
  return { ...block, content: tidyInlines([{ type: 'text', text: '> ' }, ...block.content]) };
}

interface Alert {
  readonly label: string;
  readonly panelType: AdfPanel['attrs']['panelType'];
  readonly children: readonly RootContent[];
}

const panelTypes = { Note: 'info', Tip: 'tip', Important: 'note', Warning: 'warning', Caution: 'error' } as const;

/** `> [!NOTE]` on a line of its own, with something after it. */
function alertOf({ children: [first, ...others] }: Blockquote): Alert | undefined {
  const [text, ...inlines] = first?.type === 'paragraph' ? first.children : [];
  const marker = text?.type === 'text' ? /^\[!([a-z]+)\][ \t]*(?:\n|$)/i.exec(text.value) : null;
  const found = Object.entries(panelTypes).find(([label]) => label.toLowerCase() === marker?.[1]?.toLowerCase());
  if (text?.type !== 'text' || marker === null || found === undefined) return undefined;
  // What follows on the marker's own line is markup when the text node ends there: then it is no alert.
  if (inlines.length > 0 && text.value === marker[0] && !marker[0].endsWith('\n') && inlines[0]?.type !== 'break') {
    return undefined;
  }
  const rest = text.value.slice(marker[0].length);
  const body = [...(rest === '' ? [] : [{ type: 'text' as const, value: rest }]), ...inlines];
  const children = [...(body.length === 0 ? [] : [{ type: 'paragraph' as const, children: body }]), ...others];
  return children.length === 0 ? undefined : { label: found[0], panelType: found[1], children };
}
