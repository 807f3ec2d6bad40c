import { pathText } from '../config/problems/path-text.ts';
import type { Path } from '../config/problems/problem.ts';
import type { Json, MappingRules } from '../contracts.ts';

const template = /\{\{[^{}]+\}\}|\{%[^{}]+%\}|\{(?:job|analysis|report)(?:\.\w+|\[[^[\]{}]+\])+\}/;

/**
 * What looks like a template and is sent as it is written: the texts of `defaults`, of value maps and of
 * `assignment_rules[].set` are constants. Of each the first template in it, and not the text around that.
 */
export function unrenderedTemplates({ defaults, valueMaps, assignmentRules }: MappingRules): readonly string[] {
  const constants: readonly (readonly [Path, Json])[] = [
    [['defaults'], defaults],
    [['field_mappings'], valueMaps],
    ...assignmentRules.map(({ set }, index) => [['assignment_rules', index, 'set'], set] as const),
  ];
  return constants.flatMap(([path, value]) => inside(path, value));
}

function inside(path: Path, value: Json): readonly string[] {
  if (typeof value === 'string') {
    const found = template.exec(value)?.[0];
    if (found === undefined) return [];
    return [`${pathText(path)}: "${found}" is sent as it stands; a template belongs into field_mappings.fields`];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((element: Json, index) => inside([...path, index], element));
  return Object.entries(value).flatMap(([name, part]) => inside([...path, name], part));
}
