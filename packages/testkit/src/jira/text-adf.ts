/**
 * A plain document for a string that came in through v2. The real site converts the whole of wiki markup; here every line
 * stays as it is written.
 */
export function textAdf(text: string): unknown {
  const paragraphs = text.split(/\n{2,}/).filter(Boolean);
  return { type: 'doc', version: 1, content: paragraphs.map(paragraph) };
}

function paragraph(text: string): unknown {
  const lines = text
    .split('\n')
    .map((line, index) => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line }] : []),
    ]);
  return { type: 'paragraph', content: lines.flat() };
}
