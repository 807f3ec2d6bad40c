import createParser, { type MarkdownIt } from 'markdown-it';

let instance: MarkdownIt | undefined;

/** For what is seldom needed: made when it is. */
export function markdownIt(): MarkdownIt {
  instance ??= createParser();
  return instance;
}
