import type { ItsmError } from '../../itsm-error.ts';
import type { Flavour } from '../flavour.ts';
import type { Chunk } from '../values/chunk.ts';
import type { NamedVariables } from './hold-of.ts';
import type { Missing, Scope } from './scope.ts';
import type { Place, TemplateNode } from './template-node.ts';

export type Evaluate = (scope: Scope) => unknown;
export type Execute = (scope: Scope, out: Chunk[]) => void;

/** What the parts of the compiler share. They call each other through it, as the nodes of a template nest. */
export interface Compiler {
  readonly flavour: Flavour;
  /** Every name that the template itself defines: what may be called. */
  readonly declared: ReadonlySet<string>;
  readonly named: NamedVariables;
  expression(node: TemplateNode): Evaluate;
  body(node: TemplateNode): Execute;
  /** @throws ItsmError kind `template`, always. */
  fail(place: Place, message: string): never;
  /** What was thrown, as an ItsmError kind `template` that names the place. */
  wrong(place: Place, error: unknown): ItsmError;
  /** What `run` throws becomes one. */
  located<Value>(place: Place, run: () => Value): Value;
  missing(place: Place, path: string): Missing;
}
