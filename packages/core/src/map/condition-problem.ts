import { severities } from '../analysis.ts';
import { nearest } from '../config/problems/nearest.ts';
import { splitPath } from './split-path.ts';

const bareKeys = ['severity', 'affected_system'];

/** Why a condition of an assignment rule can never hold: its key names nothing, or its severity is none. */
export function conditionProblem(key: string, pattern: string | readonly string[]): string | undefined {
  if (key === 'severity') return severityProblem([pattern].flat());
  if (bareKeys.includes(key) || splitPath(key).length > 1) return undefined;
  const near = nearest(key, bareKeys);
  const hint = near === undefined ? `accepted are ${bareKeys.join(', ')}` : `did you mean "${near}"?`;
  return `unknown condition; ${hint}${near === undefined ? ' and' : ' Also accepted are'} paths into the analysis such as job.team`;
}

function severityProblem(patterns: readonly string[]): string | undefined {
  const names: readonly string[] = severities;
  const wrong = patterns.find(pattern => !/[*?]/.test(pattern) && !names.includes(pattern.toLowerCase()));
  if (wrong === undefined) return undefined;
  return `${JSON.stringify(wrong)} is no severity; accepted are ${names.join(', ')}`;
}
