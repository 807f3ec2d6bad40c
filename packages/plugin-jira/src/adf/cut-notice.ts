import type { AdfBlock } from './adf-node.ts';
import { linkMark } from './link-mark.ts';
import { textToAdf } from './text-to-adf.ts';

/**
 * The mark at the end of a document that was cut, with the way to the whole of it.
 *
 * @param url of the full analysis, a link where it may be clicked
 * @param otherwise what to say where there is no link
 */
export function cutNotice(url: string | undefined, otherwise = ''): readonly AdfBlock[] {
  const link = url === undefined ? undefined : linkMark(url, undefined);
  const content = link
    ? [...textToAdf(`${shortened} `), ...textToAdf('Read the full analysis', [link])]
    : textToAdf(`${shortened} ${otherwise}`.trimEnd());
  return [{ type: 'panel', attrs: { panelType: 'note' }, content: [{ type: 'paragraph', content }] }];
}

const shortened = 'The report is longer than this field takes and was cut here.';
