import type { FieldRule, FieldRules, Fields, Json, MappingRules } from '../../contracts.ts';
import type { CommonMembers } from '../members/common-members.ts';

type WrittenRule = NonNullable<NonNullable<CommonMembers['field_mappings']>['fields']>[string];

/** The rules of an integration: its plugin's, and what the config says over them. */
export function mappingRules(pluginRules: FieldRules, members: CommonMembers): MappingRules {
  const { custom_fields: customFields = {}, fields = {}, ...valueMaps } = members.field_mappings ?? {};
  return {
    pluginRules,
    defaults: members.defaults ?? {},
    valueMaps: mapValues(valueMaps, given),
    customFields,
    fields: mapValues(fields, fieldRule),
    assignmentRules: members.assignment_rules ?? [],
  };
}

function fieldRule(rule: WrittenRule): FieldRule {
  if (typeof rule === 'string') return rule;
  return {
    from: rule.from,
    ...(rule.map === undefined ? {} : { map: rule.map }),
    ...(rule.default === undefined ? {} : { default: rule.default }),
    ...(rule.transform === undefined ? {} : { transform: rule.transform }),
  };
}

const given = (map: Readonly<Record<string, Json | undefined>>): Fields =>
  Object.fromEntries(Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

const mapValues = <From, To>(map: Readonly<Record<string, From>>, turn: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, turn(value)]));
