import { ItsmError } from '../../itsm-error.ts';
import { handlebarsTag } from './handlebars-tag.ts';
import { lexer, Parser, type Token } from './nunjucks-internals.ts';
import { trackOpenTags } from './open-tags.ts';
import { placeholderTokens } from './placeholder-tokens.ts';
import { plainMessage } from './plain-message.ts';
import type { Place, TemplateNode } from './template-node.ts';
import { type TextSource, templateError } from './text-source.ts';

/**
 * nunjucks' own lexer and parser, with the single-brace placeholders put in between the two.
 *
 * @throws ItsmError kind `template`: a syntax error, with file, line and column.
 */
export function parseTemplate(source: TextSource): TemplateNode {
  const tokens = lexer.lex(source.text);
  const readToken = tokens.nextToken.bind(tokens);
  const waiting: Token[] = [];
  const tags = trackOpenTags();
  // On this one lexer only. The text of {% raw %} is read past nextToken, so that placeholders in it stay text.
  tokens.nextToken = () => {
    while (waiting.length === 0) {
      const token = readToken();
      if (!token) return null;
      waiting.push(...placeholderTokens(token));
    }
    const token = waiting.shift() ?? null;
    if (!token) return null;
    const tag = tags.see(token);
    if ((tag === 'raw' || tag === 'verbatim') && !isEnded(tag, source.text.slice(tokens.index))) {
      throw templateError(source, token, `"${tag}" is never closed: add {% end${tag} %}, without dashes`);
    }
    return token;
  };
  try {
    return new Parser(tokens).parseAsRoot();
  } catch (error) {
    if (ItsmError.is(error)) throw error;
    const unclosed = tags.unclosed();
    const isUnclosed = unclosed && !placeOf(error) && !isOfComment(error);
    if (isUnclosed)
      throw templateError(source, unclosed.token, `"${unclosed.name}" is never closed: add {% ${unclosed.end} %}`);
    const start = tags.lastStart();
    const handlebars = handlebarsTag(source.text, start);
    if (handlebars) throw templateError(source, start, handlebars, error);
    const place = placeOf(error) ?? (isOfComment(error) ? commentPlace(source.text, tokens) : start);
    throw templateError(source, place, plainMessage(error), error);
  }
}

function isEnded(tag: string, rest: string): boolean {
  return new RegExp(`\\{%\\s*end${tag}\\s*%\\}`).test(rest);
}

function isOfComment(error: unknown): boolean {
  return error instanceof Error && error.message.includes('end of comment');
}

function placeOf(error: unknown): Place | undefined {
  if (!(error instanceof Error) || !('lineno' in error) || !('colno' in error)) return undefined;
  const { lineno, colno } = error;
  return typeof lineno === 'number' && typeof colno === 'number' ? { lineno: lineno - 1, colno: colno - 1 } : undefined;
}

/** Of the comment that is never ended; else where the lexer stopped, at the end of one that never began. */
function commentPlace(text: string, stopped: Place): Place {
  const start = text.indexOf('{#', text.lastIndexOf('#}') + 1);
  if (start < 0) return stopped;
  const lines = text.slice(0, start).split('\n');
  return { lineno: lines.length - 1, colno: lines.at(-1)?.length ?? 0 };
}
