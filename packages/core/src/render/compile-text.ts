import type { Analysis } from '../analysis.ts';
import type { Warning } from '../contracts/json.ts';
import { type Flavour, textFlavour } from './flavour.ts';
import { compileTemplate } from './language/compile-template.ts';
import type { TextSource } from './language/text-source.ts';
import { templateContext } from './template-context.ts';
import { undefinedWarnings } from './undefined-warnings.ts';

export interface RenderedText {
  readonly text: string;
  readonly warnings: readonly Warning[];
}

/** @throws ItsmError kind `template`: something failed that shows only with the values. */
export type CompiledText = (analysis: Analysis) => RenderedText;

/**
 * A template as a function of the analysis. As `text`, the default, it is for a field of a ticket: a list is joined
 * with ", ", text stays as it is.
 *
 * @throws ItsmError kind `template`: a mistake in the template, with file, line and column.
 */
export function compileText(source: TextSource, flavour: Flavour = textFlavour): CompiledText {
  const template = compileTemplate(source, flavour);
  return analysis => {
    const warnings = undefinedWarnings();
    const { text } = template.run(templateContext(analysis), warnings.add);
    return { text, warnings: warnings.all() };
  };
}
