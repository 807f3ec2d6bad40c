import type { Analysis } from '../analysis.ts';
import type { FieldMapper, Json, Mapping, MappingRules, Warning } from '../contracts.ts';
import { assignment } from './assignment.ts';
import { customFieldSource } from './custom-field-source.ts';
import type { CompileText, FieldSource } from './field-source.ts';
import { ruleSource } from './rule-source.ts';
import { toJson } from './to-json.ts';
import { valueMapSource } from './value-map-source.ts';

/** @throws ItsmError from `compile`: kind `template` (a template's syntax) or `config` (a path or condition that names nothing). */
export function createFieldMapper({ compileText }: { readonly compileText: CompileText }): FieldMapper {
  return {
    compile(rules: MappingRules): Mapping {
      const sources = fieldSources(rules, compileText);
      const mapped = [...sources];
      const assigned = assignment(rules.assignmentRules);
      return {
        map(analysis) {
          const warnings: Warning[] = [];
          const warn = (warning: Warning) => void warnings.push(warning);
          const set = assigned(analysis);
          const fields: (readonly [string, Json])[] = [];
          const add = (field: string, value: Json | undefined) => {
            if (value !== undefined) fields.push([field, value]);
          };
          // Only what counts is worked out: a rule that is overridden neither warns nor fails.
          for (const [field, layers] of mapped)
            add(field, Object.hasOwn(set, field) ? toJson(set[field]) : firstOf(layers, analysis, warn));
          for (const field of Object.keys(set)) if (!sources.has(field)) add(field, toJson(set[field]));
          return { fields: Object.fromEntries(fields), warnings };
        },
      };
    },
  };
}

function firstOf(
  layers: readonly FieldSource[],
  analysis: Analysis,
  warn: (warning: Warning) => void,
): Json | undefined {
  for (const source of layers) {
    const value = source(analysis, warn);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The sources of each field; the one that wins comes first. */
function fieldSources(rules: MappingRules, compileText: CompileText): ReadonlyMap<string, readonly FieldSource[]> {
  const layers: (readonly (readonly [string, FieldSource])[])[] = [
    entries(rules.pluginRules, (rule, field) => ruleSource(field, rule, `the plugin's rule for ${field}`, compileText)),
    entries(rules.defaults, value => () => toJson(value)),
    entries(rules.valueMaps, (map, field) => valueMapSource(field, map, rules)),
    Object.entries(rules.customFields).map(([source, field]) => [field, customFieldSource(field, source)]),
    entries(rules.fields, (rule, field) => ruleSource(field, rule, `field_mappings.fields.${field}`, compileText)),
  ];
  const byField = new Map<string, FieldSource[]>();
  for (const [field, source] of layers.flat()) byField.set(field, [source, ...(byField.get(field) ?? [])]);
  return byField;
}

const entries = <Value>(
  members: Readonly<Record<string, Value>>,
  toSource: (value: Value, field: string) => FieldSource,
): readonly (readonly [string, FieldSource])[] =>
  Object.entries(members).map(([field, value]) => [field, toSource(value, field)]);
