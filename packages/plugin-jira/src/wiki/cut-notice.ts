import type { AdfBlock, AdfInline } from '../adf/adf-node.ts';
import { linkMark } from '../adf/link-mark.ts';

/** What a reader finds under a text that was cut, with the way to the whole of it where there is one. */
export function cutNotice(fullAnalysis: string | undefined): readonly AdfBlock[] {
  const link = fullAnalysis === undefined ? undefined : linkMark(fullAnalysis, undefined);
  const content: readonly AdfInline[] = [
    { type: 'text', text: `This was too long for Jira and was cut here.${link ? ' ' : ''}` },
    ...(link ? [{ type: 'text', text: 'Read the full analysis', marks: [link] } as const] : []),
  ];
  return [{ type: 'panel', attrs: { panelType: 'note' }, content: [{ type: 'paragraph', content }] }];
}
