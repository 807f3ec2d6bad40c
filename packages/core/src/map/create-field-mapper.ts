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
      const assigned = assignment(rules.assignmentRules);
      return {
        map(analysis) {
          const warnings: Warning[] = [];
          const set = Object.entries(assigned(analysis));
          // Only what counts is worked out: a rule that is overridden neither warns nor fails.
          const values = new Map<string, Json | undefined>(set.map(([field, value]) => [field, toJson(value)]));
          for (const [field, layers] of sources) {
            if (values.has(field)) continue;
            for (const source of layers) {
              const value = source(analysis, warning => warnings.push(warning));
              if (value === undefined) continue;
              values.set(field, value);
              break;
            }
          }
          const order = [...new Set([...sources.keys(), ...values.keys()])];
          const fields = order.flatMap(field => {
            const value = values.get(field);
            return value === undefined ? [] : [[field, value] as const];
          });
          return { fields: Object.fromEntries(fields), warnings };
        },
      };
    },
  };
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
