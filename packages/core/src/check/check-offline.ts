import { type Analysis, severities } from '../analysis.ts';
import { compose } from '../compose.ts';
import type { Connected } from '../connected.ts';
import type { CheckStep } from '../contracts.ts';
import { failureOf } from '../send/failure-of.ts';
import { unrenderedTemplates } from './unrendered-templates.ts';

export interface IntegrationCheck extends CheckStep {
  readonly integration: string;
}

const hints = {
  unrendered:
    'Move it there, to the same field; {% raw %} and {% endraw %} there keep what only looks like a template.',
  template: 'Mend the template there; "itsm preview" shows what it becomes.',
  missing: 'At delivery it renders as nothing and becomes a warning. A default filter says that it may be absent.',
  mapping: 'Mend the rule in field_mappings or defaults; --sample tries it on an analysis of yours.',
} as const;

/**
 * What can be known without the network: that a sample analysis becomes a request, with no variable undefined, whatever
 * its severity, and that no template stands where a constant belongs. What is wrong with the sample as it is comes before
 * what is so with other severities alone.
 */
export function checkOffline(connected: Connected, sample: Analysis): readonly IntegrationCheck[] {
  const { name, rules } = connected.integration;
  const unrendered = unrenderedTemplates(rules).map(
    (detail): CheckStep => ({ step: 'template and mapping', ok: false, detail, hint: hints.unrendered }),
  );
  const { problems, request } = tryOut(connected, sample);
  const said = new Set(problems.map(({ detail }) => detail));
  const ofOthers = severities
    .filter(severity => severity !== sample.job.severity)
    .flatMap(severity => {
      const tried = tryOut(connected, { ...sample, job: { ...sample.job, severity } });
      return tried.problems
        .filter(({ detail }) => !said.has(detail))
        .map(problem => ({ ...problem, detail: `${severity}: ${problem.detail}` }));
    });
  return [...unrendered, ...problems, ...ofOthers, ...request].map(step => ({ integration: name, ...step }));
}

interface Tried {
  readonly problems: readonly CheckStep[];
  /** None where there is a problem with it. */
  readonly request: readonly CheckStep[];
}

function tryOut(connected: Connected, analysis: Analysis): Tried {
  const composed = compose(connected, analysis);
  if (composed.kind === 'failed') {
    const { kind, message } = composed.error;
    const hint = kind === 'template' ? hints.template : hints.mapping;
    return { problems: [{ step: 'template and mapping', ok: false, detail: message, hint }], request: [] };
  }
  const { adapter } = connected;
  const { draft } = composed;
  const missing = draft.warnings.map(
    ({ message }): CheckStep => ({ step: 'template and mapping', ok: false, detail: message, hint: hints.missing }),
  );
  try {
    const { method, url, body } = adapter.describe(adapter.prepare(draft));
    const detail = `a sample analysis becomes ${method} ${url} with ${Buffer.byteLength(body)} bytes`;
    return { problems: missing, request: [{ step: 'request', ok: true, detail }] };
  } catch (error) {
    const detail = failureOf(error, 'mapping').message;
    return { problems: [...missing, { step: 'request', ok: false, detail, hint: hints.mapping }], request: [] };
  }
}
