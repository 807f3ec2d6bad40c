import { ItsmError } from '../itsm-error.ts';
import type { FieldSource } from './field-source.ts';
import { missingSource } from './missing-source.ts';
import { readPath } from './read-path.ts';
import { splitPath } from './split-path.ts';
import { textOf } from './text-of.ts';
import { toJson } from './to-json.ts';

/**
 * `rca_job_id` is the job's id; any other source is looked up in the job, then in its analysis, then at the top.
 * Numbers and truth values stay what they are, lists and objects become text.
 * @throws ItsmError kind `config`: the source is no path.
 */
export function customFieldSource(field: string, source: string): FieldSource {
  const path = splitPath(source);
  if (path.length === 0)
    throw new ItsmError(
      'config',
      `field_mappings.custom_fields: ${JSON.stringify(source)} is no path; write one such as affected_systems`,
    );
  if (source === 'rca_job_id') return analysis => analysis.job.id;
  return (analysis, warn) => {
    for (const root of [analysis.job, analysis.analysis, analysis]) {
      const value = toJson(readPath(root, path)) ?? undefined;
      if (value !== undefined) return typeof value === 'object' ? textOf(value) : value;
    }
    warn(missingSource(field, source));
    return undefined;
  };
}
