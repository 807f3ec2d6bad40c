import { type Analysis, compileText, type Json, type Warning } from '@itsm-bridge/core';
import { valueAt } from './value-at.ts';

/** What a template sees: the analysis, and the draft of the ticket as `draft`. */
export type BodyContext = Analysis & { readonly draft: Json };
export type BodyTemplate = (context: BodyContext, warn: (warning: Warning) => void) => Json | undefined;

const onePath = /^\{\{\s*([\w.]+)\s*\}\}$/;

/**
 * A JSON value whose texts are templates. A text that is one placeholder and nothing else stands for the value itself, so
 * that numbers, lists and objects stay what they are; where there is none, the member is left out.
 *
 * @throws ItsmError kind `template`: a mistake in a text, with its path.
 */
export function compileBody(template: Json, path = 'body'): BodyTemplate {
  if (typeof template === 'string') return compileLeaf(template, path);
  if (isList(template)) {
    const items = template.map((item, index) => compileBody(item, `${path}[${index}]`));
    return (context, warn) => items.map(item => item(context, warn)).filter(isThere);
  }
  if (typeof template !== 'object' || template === null) return () => template;
  const members = Object.entries(template).map(
    ([name, value]) => [name, compileBody(value, `${path}.${name}`)] as const,
  );
  return (context, warn) => {
    const entries = members.map(([name, member]) => [name, member(context, warn)] as const);
    return Object.fromEntries(entries.flatMap(([name, value]) => (isThere(value) ? [[name, value]] : [])));
  };
}

function compileLeaf(text: string, file: string): BodyTemplate {
  const render = compileText({ file, text });
  const place = onePath.exec(text)?.[1];
  return (context, warn) => {
    const value = place === undefined ? undefined : valueAt(context, place);
    // Texts take the template's way: it knows a given report as Markdown.
    if (value !== undefined && typeof value !== 'string') return JSON.parse(JSON.stringify(value));
    const rendered = render(context);
    rendered.warnings.forEach(warn);
    return place !== undefined && rendered.text === '' && value === undefined
      ? undefined
      : rendered.text.toWellFormed();
  };
}

const isThere = (value: Json | undefined): value is Json => value !== undefined;
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
