/** A fenced block of a document. */
export interface CodeBlock {
  /** `packages/core/README.md:17` */
  readonly at: string;
  readonly language: string;
  readonly text: string;
  /** Code or commands that the reader has anyway, from `<!-- given … -->` above the block. */
  readonly given: string;
  /** Why it is not run, from `<!-- not run: … -->` above it. The types of code are checked all the same. */
  readonly notRun: string | undefined;
  /** Notes such as `<!-- exit status: 2 -->` above it, by name. */
  readonly notes: Readonly<Record<string, string>>;
}

/** The fenced blocks of a Markdown file, also those in lists, with the comments that stand directly above each. */
export function codeBlocks(file: string, markdown: string): readonly CodeBlock[] {
  const fence = /((?:^[ \t]*<!--(?:(?!-->)[\s\S])*-->\s*\n)*)^([ \t]*)(`{3,})(\w*)[^\n]*\n([\s\S]*?)^[ \t]*\3[ \t]*$/gm;
  return [...markdown.matchAll(fence)].map(match => {
    const [, comments = '', indent = '', , language = '', text = ''] = match;
    const offset = match.index + comments.length;
    const notes = [...comments.matchAll(/<!-- ([a-z ]+?)(?:: *([\s\S]*?))?\s*-->/g)];
    return {
      at: `${file}:${markdown.slice(0, offset).split('\n').length}`,
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      given: [...comments.matchAll(/<!-- given\s([\s\S]*?)-->/g)].map(([, code = '']) => code).join('\n'),
      notRun: notes.find(([, name]) => name === 'not run')?.[2],
      notes: Object.fromEntries(notes.map(([, name = '', value = '']) => [name, value])),
    };
  });
}
