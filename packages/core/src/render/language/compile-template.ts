import { ItsmError } from '../../itsm-error.ts';
import type { Flavour } from '../flavour.ts';
import type { Chunk } from '../values/chunk.ts';
import { compileBody } from './compile-body.ts';
import { compileExpression } from './compile-expression.ts';
import type { Compiler } from './compiler.ts';
import { declaredNames } from './declared-names.ts';
import { namedVariables } from './named-variables.ts';
import { parseTemplate } from './parse-template.ts';
import { createScope, type Missing } from './scope.ts';
import type { TemplateNode } from './template-node.ts';
import { positionIn, type TextSource, templateError } from './text-source.ts';

export interface Printout {
  readonly text: string;
  /** Names in it have stand-ins for their signs: it is for `parseWithNames`. */
  readonly holdsNames: boolean;
}

export interface CompiledTemplate {
  /** The whole text is one placeholder, but for white space. */
  readonly isOnePlaceholder: boolean;
  /**
   * @throws ItsmError kind `template`: something failed that shows only with the values, as a filter on a wrong type.
   */
  run(context: object, warn: (missing: Missing) => void): Printout;
}

/**
 * nunjucks' syntax, evaluated here and not by its compiler: that one pastes names and quoted texts of a template into
 * JavaScript as they are (`{{ x is "…" }}`, `{% set "…" = 1 %}`), so that no check of lookups alone would make it safe.
 *
 * @throws ItsmError kind `template`: a syntax error or something that templates may not do, with file, line and column.
 */
export function compileTemplate(source: TextSource, flavour: Flavour): CompiledTemplate {
  const root = parseTemplate(source);
  const compiler: Compiler = {
    flavour,
    declared: declaredNames(root),
    named: namedVariables(root),
    expression: node => compileExpression(node, compiler),
    body: node => compileBody(node, compiler),
    fail: (place, message) => {
      throw templateError(source, place, message);
    },
    wrong: (place, error) =>
      ItsmError.is(error)
        ? error
        : templateError(source, place, error instanceof Error ? error.message : String(error), error),
    located: (place, run) => {
      try {
        return run();
      } catch (error) {
        throw compiler.wrong(place, error);
      }
    },
    missing: (place, path) => ({ path, where: positionIn(source, place) }),
  };
  const execute = compiler.located(root, () => compiler.body(root));
  return {
    isOnePlaceholder: isOnePlaceholder(root),
    run: (context, warn) => {
      const out: Chunk[] = [];
      try {
        const scope = createScope(context, warn);
        execute(scope, out);
        return { text: flavour.place(out), holdsNames: scope.rendering.holdsNames };
      } catch (error) {
        throw compiler.wrong(root, error);
      }
    },
  };
}

function isOnePlaceholder(root: TemplateNode): boolean {
  if (root.typename !== 'Root') return false;
  const parts = root.children.flatMap(child => (child.typename === 'Output' ? child.children : [child]));
  const [only, ...more] = parts.filter(node => node.typename !== 'TemplateData' || node.value.trim() !== '');
  // What is not in an output is a tag, or text.
  return only !== undefined && more.length === 0 && only.typename !== 'TemplateData' && !root.children.includes(only);
}
