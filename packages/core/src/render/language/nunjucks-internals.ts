/// <reference path="./nunjucks-parts.d.ts" />
import filters from 'nunjucks/src/filters.js';
import lexerPart from 'nunjucks/src/lexer.js';
import parserPart from 'nunjucks/src/parser.js';
import runtimePart from 'nunjucks/src/runtime.js';
import tests from 'nunjucks/src/tests.js';
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

// By its files: the whole of it brings a compiler and loaders of files, which are half of it and not used.
type Functions = Readonly<Record<string, AnyFunction>>;

export const nunjucksFilters: Functions = filters;
export const nunjucksTests: Functions = tests;
export const lexer: { lex(text: string): Tokenizer } = lexerPart;
export const Parser: new (tokens: Tokenizer) => { parseAsRoot(): TemplateNode } = parserPart.Parser;

/** Text that an HTML template prints without escaping it again. */
export const SafeText: new (text: string) => { readonly val: string; toString(): string } = runtimePart.SafeString;
