import type { Analysis } from '../../analysis.ts';
import type { Json, Warning } from '../../contracts/json.ts';
import { ItsmError } from '../../itsm-error.ts';
import { templateContext } from '../template-context.ts';
import { undefinedWarnings } from '../undefined-warnings.ts';
import { compileNode } from './compile-node.ts';
import { type PlacedJson, readJson } from './read-json.ts';

export interface RenderedAdf {
  readonly doc: Json;
  readonly warnings: readonly Warning[];
}

/**
 * An ADF document as a template: parsed first, its texts compiled one by one, so that no value can break its structure.
 *
 * @throws ItsmError kind `template`: not JSON, not an ADF document, or a mistake in one of its texts.
 */
export function compileAdf(source: {
  readonly file: string;
  readonly text: string;
}): (analysis: Analysis) => RenderedAdf {
  const json = readJson(source.file, source.text);
  if (!isDocument(json)) {
    throw new ItsmError(
      'template',
      `${source.file}: an ADF template is {"type": "doc", "version": 1, "content": [ … ]}; this is something else.`,
    );
  }
  const render = compileNode(json, { file: source.file, inCode: false });
  return analysis => {
    const warnings = undefinedWarnings();
    const context = templateContext(analysis);
    const [doc = null] = render(template => template.run(context, warnings.add));
    return { doc, warnings: warnings.all };
  };
}

function isDocument(json: PlacedJson): boolean {
  if (json.kind !== 'object') return false;
  const { type, version, content } = Object.fromEntries(json.members);
  const isDoc = type?.kind === 'text' && type.text === 'doc';
  return isDoc && version?.kind === 'other' && version.value === 1 && content?.kind === 'list';
}
