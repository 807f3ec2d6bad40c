import type { FieldRule, Fields, Json } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { applyTransform } from './apply-transform.ts';
import type { CompileText, FieldSource } from './field-source.ts';
import { missingSource } from './missing-source.ts';
import { readPath } from './read-path.ts';
import { splitPath } from './split-path.ts';
import { textOf } from './text-of.ts';
import { toJson } from './to-json.ts';

type PathRule = Exclude<FieldRule, string>;

/**
 * Compiles one rule. @param place Where it stands, for messages: `field_mappings.fields.summary`.
 * @throws ItsmError kind `template` or `config`
 */
export function ruleSource(field: string, rule: FieldRule, place: string, compileText: CompileText): FieldSource {
  if (typeof rule !== 'string') return pathSource(field, rule, place);
  if (/^(job|analysis|report)(\.\w+)+$/.test(rule)) {
    const instead = `write { "from": "${rule}" } for what the analysis has there`;
    throw new ItsmError('config', `${place}: the text "${rule}" would stand on the ticket as it is; ${instead}`);
  }
  if (!rule.includes('{')) return () => rule;
  const render = compileText({ file: place, text: rule });
  return (analysis, warn) => {
    const { text, warnings } = render(analysis);
    for (const warning of warnings) warn({ ...warning, field });
    return text;
  };
}

/** From the path, through the map, through the transform; a default stands as it is. */
function pathSource(field: string, rule: PathRule, place: string): FieldSource {
  const path = splitPath(rule.from);
  if (path.length === 0)
    throw new ItsmError('config', `${place}: ${JSON.stringify(rule.from)} is no path; write one such as job.title`);
  return (analysis, warn) => {
    const value = toJson(readPath(analysis, path)) ?? undefined;
    if (value === undefined) {
      if (rule.default === undefined) warn(missingSource(field, rule.from));
      return toJson(rule.default);
    }
    const refuse = (wrong: Json, reason: string): never => {
      throw new ItsmError('mapping', `${field}: ${shortened(wrong)} of ${rule.from} ${reason}`);
    };
    const mapped = rule.map === undefined ? value : throughMap(value, rule.map, rule.default, refuse);
    if (mapped === undefined) return toJson(rule.default);
    return rule.transform === undefined
      ? mapped
      : applyTransform(rule.transform, mapped, wanted => refuse(mapped, `is not ${wanted}`));
  };
}

/** Undefined: the default stands in for the whole value. */
function throughMap(
  value: Json,
  map: Fields,
  byDefault: Json | undefined,
  refuse: (wrong: Json, reason: string) => never,
): Json | undefined {
  const one = (element: Json): Json | undefined => {
    const key = textOf(element);
    if (Object.hasOwn(map, key)) return toJson(map[key]);
    if (byDefault !== undefined) return undefined;
    return refuse(
      element,
      `is not in its map, which has ${Object.keys(map).join(', ') || 'nothing'}; add it or give a default`,
    );
  };
  return Array.isArray(value) ? value.map(element => one(element) ?? toJson(byDefault) ?? null) : one(value);
}

function shortened(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
