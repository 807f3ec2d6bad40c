import { severities } from '../analysis.ts';
import type { FieldRule, Fields, MappingRules } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { FieldSource } from './field-source.ts';
import { toJson } from './to-json.ts';

/**
 * A value by the job's severity: the config's map, laid over the map of the plugin's own rule where that goes by severity too.
 * A severity in neither is left to the field's default, of the config or of the plugin's rule; without one it is an error.
 */
export function valueMapSource(field: string, configured: Fields, rules: MappingRules): FieldSource {
  const pluginRule = Object.hasOwn(rules.pluginRules, field) ? rules.pluginRules[field] : undefined;
  const values = new Map([...Object.entries(severityMap(pluginRule)), ...Object.entries(configured)]);
  const hasDefault =
    Object.hasOwn(rules.defaults, field) || (typeof pluginRule === 'object' && pluginRule.default !== undefined);
  const known = severities.filter(severity => values.has(severity)).join(', ');
  return ({ job }) => {
    if (values.has(job.severity)) return toJson(values.get(job.severity));
    if (hasDefault) return undefined;
    throw new ItsmError(
      'mapping',
      `${field}: no value for severity "${job.severity}"; field_mappings.${field} has ${known || 'none'}`,
    );
  };
}

const severityMap = (rule: FieldRule | undefined): Fields =>
  typeof rule === 'object' && rule.from === 'job.severity' ? (rule.map ?? {}) : {};
