import type { ValueNode } from '@humanwhocodes/momoa';
import type { Analysis } from '../../analysis.ts';
import type { Json, Warning } from '../../contracts/json.ts';
import { ItsmError } from '../../itsm-error.ts';
import { membersOf } from '../../json/members-of.ts';
import { readJson } from '../../json/read-json.ts';
import { templateContext } from '../template-context.ts';
import { undefinedWarnings } from '../undefined-warnings.ts';
import { adfNode } from './adf-node.ts';
import { compileNode } from './compile-node.ts';

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
  const json = readJson(source.text, { file: source.file, kind: 'template' });
  if (!isDocument(json)) {
    throw new ItsmError(
      'template',
      `${source.file}: an ADF template is {"type": "doc", "version": 1, "content": [ … ]}; this is something else.`,
    );
  }
  const render = compileNode(adfNode(json, source.file), { file: source.file, inCode: false });
  return analysis => {
    const warnings = undefinedWarnings();
    const context = templateContext(analysis);
    const [doc = null] = render(template => template.run(context, warnings.add));
    return { doc, warnings: warnings.all() };
  };
}

function isDocument(json: ValueNode): boolean {
  if (json.type !== 'Object') return false;
  const members = membersOf(json);
  const [type, version] = [members.get('type'), members.get('version')];
  const isDoc = type?.type === 'String' && type.value === 'doc';
  return isDoc && version?.type === 'Number' && version.value === 1 && members.get('content')?.type === 'Array';
}
