import type { Root } from 'mdast';
import type { Analysis } from '../analysis.ts';
import type { Json, Warning } from './json.ts';

export type TemplateFormat = 'markdown' | 'adf' | 'wiki' | 'html';

export interface TemplateSource {
  /** Where it came from, for messages. */
  readonly file: string;
  readonly text: string;
  readonly format: TemplateFormat;
}

export interface TemplateRenderer {
  /** Once per integration. @throws ItsmError kind `template`: syntax error, with file, line and column. */
  compile(source: TemplateSource): Template;
  /** The template of an analysis that brings its own report: the report as the body. */
  readonly report: Template;
}

export interface Template {
  /** An undefined variable renders as nothing and becomes a warning. */
  render(analysis: Analysis): Rendered;
}

export type Body =
  | { readonly kind: 'markdown'; readonly root: Root }
  /** Each mdast `root` inside `doc` stands for the blocks that it is to become. */
  | { readonly kind: 'adf'; readonly doc: Json }
  | { readonly kind: 'wiki'; readonly text: string }
  | { readonly kind: 'html'; readonly text: string; readonly root: Root };

export interface Rendered {
  readonly title: string;
  readonly body: Body;
  readonly warnings: readonly Warning[];
}
