import type { MarkdownIt } from 'markdown-it';
import { late } from '../../late.ts';

const createParser = late<typeof import('markdown-it')['default']>('markdown-it');

let instance: MarkdownIt | undefined;

/** For what is seldom needed: loaded and made when it is. */
export function markdownIt(): MarkdownIt {
  instance ??= createParser()();
  return instance;
}
