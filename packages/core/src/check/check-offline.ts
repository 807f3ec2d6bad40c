import type { Analysis } from '../analysis.ts';
import { compose } from '../compose.ts';
import type { Connected } from '../connected.ts';
import type { CheckStep } from '../contracts.ts';
import { failureOf } from '../send/failure-of.ts';

export interface IntegrationCheck extends CheckStep {
  readonly integration: string;
}

const hints = {
  template: 'Mend the template there; "itsm preview" shows what it becomes.',
  mapping: 'Mend the rule in field_mappings or defaults; --sample tries it on an analysis of yours.',
} as const;

/** What can be known without the network: that a sample analysis becomes a request, with no variable undefined. */
export function checkOffline(connected: Connected, sample: Analysis): readonly IntegrationCheck[] {
  const { integration, adapter } = connected;
  const said = (step: CheckStep): IntegrationCheck => ({ integration: integration.name, ...step });
  const composed = compose(connected, sample);
  if (composed.kind === 'failed') {
    const { kind, message } = composed.error;
    return [
      said({
        step: 'template and mapping',
        ok: false,
        detail: message,
        hint: kind === 'template' ? hints.template : hints.mapping,
      }),
    ];
  }
  const { draft } = composed;
  const missing = draft.warnings.map(({ message }) =>
    said({
      step: 'template and mapping',
      ok: false,
      detail: message,
      hint: 'At delivery it renders as nothing and becomes a warning. A default filter says that it may be absent.',
    }),
  );
  try {
    const { method, url, body } = adapter.describe(adapter.prepare(draft));
    const detail = `a sample analysis becomes ${method} ${url} with ${Buffer.byteLength(body)} bytes`;
    return [...missing, said({ step: 'request', ok: true, detail })];
  } catch (error) {
    return [
      ...missing,
      said({ step: 'request', ok: false, detail: failureOf(error, 'mapping').message, hint: hints.mapping }),
    ];
  }
}
