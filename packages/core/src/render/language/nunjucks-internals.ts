import nunjucks from 'nunjucks';
import type { TemplateNode } from './template-node.ts';

/** One piece of a template as nunjucks' lexer cuts it. Lines and columns count from 0. */
export interface Token {
  readonly type: string;
  readonly value: unknown;
  readonly lineno: number;
  readonly colno: number;
}

export interface Tokenizer {
  nextToken(): Token | null;
  /** How far it has read, in characters. */
  readonly index: number;
  readonly lineno: number;
  readonly colno: number;
}

export type AnyFunction = (this: unknown, ...values: readonly unknown[]) => unknown;

// The parts of nunjucks 3.2 that its published types leave out.
declare module 'nunjucks' {
  export const lexer: { lex(text: string): Tokenizer };
  export const parser: { Parser: new (tokens: Tokenizer) => { parseAsRoot(): TemplateNode } };
  export interface Environment {
    readonly filters: Readonly<Record<string, AnyFunction>>;
    readonly tests: Readonly<Record<string, AnyFunction>>;
  }
}

const environment = new nunjucks.Environment([]);

export const nunjucksFilters = environment.filters;
export const nunjucksTests = environment.tests;
export const lexer = nunjucks.lexer;
export const Parser = nunjucks.parser.Parser;

/** Text that an HTML template prints without escaping it again. */
export const SafeText = nunjucks.runtime.SafeString;
