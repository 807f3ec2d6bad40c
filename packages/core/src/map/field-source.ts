import type { Analysis } from '../analysis.ts';
import type { Json, Warning } from '../contracts.ts';

/** The render stage's compiler of templates for fields. @throws ItsmError kind `template`: a syntax error, with the `file` given here. */
export type CompileText = (source: {
  readonly file: string;
  readonly text: string;
}) => (analysis: Analysis) => { readonly text: string; readonly warnings: readonly Warning[] };

/** Gives a field's value, or undefined when it has none for this analysis: then the rule that it was to override counts. */
export type FieldSource = (analysis: Analysis, warn: (warning: Warning) => void) => Json | undefined;
