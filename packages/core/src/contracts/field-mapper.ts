import type { Analysis } from '../analysis.ts';
import type { Fields, Json, Warning } from './json.ts';

export type Transform = 'join' | 'split' | 'upper' | 'lower' | 'trim' | 'number' | 'date' | 'json' | 'markdown-to-text';

/** A template string, or a dotted path with what becomes of the value found there. */
export type FieldRule =
  | string
  | { readonly from: string; readonly map?: Fields; readonly default?: Json; readonly transform?: Transform };

export type FieldRules = Readonly<Record<string, FieldRule>>;

export interface AssignmentRule {
  /** `severity`, `affected_system` (glob) or a dotted path; a list of values means any of them. */
  readonly when: Readonly<Record<string, string | readonly string[]>>;
  readonly set: Fields;
}

/** In the order in which they apply; a later one wins. */
export interface MappingRules {
  readonly pluginRules: FieldRules;
  readonly defaults: Fields;
  /** `{ field: { severity: value } }` */
  readonly valueMaps: Readonly<Record<string, Fields>>;
  /** `{ source: field }` */
  readonly customFields: Readonly<Record<string, string>>;
  readonly fields: FieldRules;
  readonly assignmentRules: readonly AssignmentRule[];
}

export interface FieldMapper {
  /** Once per integration. @throws ItsmError kind `template` or `config`: a rule that cannot work. */
  compile(rules: MappingRules): Mapping;
}

export interface Mapping {
  /** @throws ItsmError kind `mapping`: a rule with a value map meets a value that the map does not know, without a default. */
  map(analysis: Analysis): Mapped;
}

export interface Mapped {
  readonly fields: Fields;
  readonly warnings: readonly Warning[];
}
