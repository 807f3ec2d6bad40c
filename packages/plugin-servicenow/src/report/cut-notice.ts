import type { RootContent } from 'mdast';

const shortened = 'The report is longer than this field takes and was cut here.';

/**
 * The mark at the end of a report that was cut, with the way to the whole of it.
 *
 * @param url of the full analysis: a link where it may be clicked
 * @param otherwise what to say where there is no link
 */
export function cutNotice(url: string | undefined, otherwise = ''): readonly RootContent[] {
  const link = url !== undefined && /^(https?:\/\/|mailto:)./i.test(url);
  return [
    { type: 'thematicBreak' },
    {
      type: 'paragraph',
      children: link
        ? [
            { type: 'text', value: `${shortened} ` },
            { type: 'link', url, children: [{ type: 'text', value: 'Read the full analysis' }] },
          ]
        : [{ type: 'text', value: `${shortened} ${otherwise}`.trimEnd() }],
    },
  ];
}
