import type { Analysis } from '../analysis.ts';
import type { AssignmentRule, Fields } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { conditionProblem } from './condition-problem.ts';
import { glob } from './glob.ts';
import { readPath } from './read-path.ts';
import { splitPath } from './split-path.ts';
import { textOf } from './text-of.ts';
import { toJson } from './to-json.ts';

type Condition = (analysis: Analysis) => boolean;

/** The constants of the first rule of which every condition holds. @throws ItsmError kind `config`: a condition that names nothing. */
export function assignment(rules: readonly AssignmentRule[]): (analysis: Analysis) => Fields {
  const compiled = rules.map(({ when, set }, index) => ({
    set,
    conditions: Object.entries(when).map(([key, patterns]) => {
      const problem = conditionProblem(key, patterns);
      if (problem !== undefined) throw new ItsmError('config', `assignment_rules[${index}].when.${key}: ${problem}`);
      return condition(key, [patterns].flat());
    }),
  }));
  return analysis => compiled.find(({ conditions }) => conditions.every(holds => holds(analysis)))?.set ?? {};
}

function condition(key: string, patterns: readonly string[]): Condition {
  const matchers = patterns.map(glob);
  const read = reader(key);
  return analysis => read(analysis).some(text => matchers.some(matches => matches(text)));
}

/** The texts of which one must match. */
function reader(key: string): (analysis: Analysis) => readonly string[] {
  if (key === 'severity') return ({ job }) => [job.severity];
  if (key === 'affected_system')
    return ({ job, analysis }) => [...texts(job.affected_systems), ...listTexts(analysis.affected_systems)];
  const path = splitPath(key);
  return analysis => texts(readPath(analysis, path));
}

function texts(value: unknown): readonly string[] {
  const json = toJson(value) ?? null;
  return [json]
    .flat()
    .filter(element => element !== null)
    .map(textOf);
}

/** `analysis.affected_systems` may be Markdown, which is no name of a system. */
const listTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? texts(value) : []);
