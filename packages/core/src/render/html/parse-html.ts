import type { Root } from 'hast';
import { late } from '../../late.ts';
import { readPlainHtml } from './read-plain-html.ts';

const parser = late<typeof import('hast-util-from-html')>('hast-util-from-html');

/**
 * A fragment of HTML as a tree, whatever it is: what a browser would make of it. Nothing is taken out, see
 * `hast-util-sanitize`.
 *
 * @throws RangeError some thousand elements inside each other
 */
export const parseHtml = (html: string): Root => readPlainHtml(html) ?? parser().fromHtml(html, { fragment: true });
