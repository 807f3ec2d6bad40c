import { type Analysis, severities } from '../analysis.ts';
import { compose } from '../compose.ts';
import type { Connected } from '../connected.ts';
import type { CheckStep } from '../contracts.ts';
import { ItsmError, type ItsmErrorKind } from '../itsm-error.ts';
import { checkKey } from '../record/delivery-key.ts';
import { failureOf } from '../send/failure-of.ts';
import type { IntegrationCheck } from './check-offline.ts';

/** What the platform answers to the adapter's own read-only steps, and whether it takes what the sample becomes. */
export async function checkOnline(
  connected: Connected,
  sample: Analysis,
  signal: AbortSignal,
): Promise<readonly IntegrationCheck[]> {
  const { integration, adapter } = connected;
  const { name } = integration;
  const steps: CheckStep[] = [];
  try {
    for await (const step of adapter.check({ key: checkKey(name), signal })) steps.push(step);
  } catch (error) {
    if (signal.aborted) throw error;
    steps.push(brokenOff(error, integration.plugin));
  }
  // Each would fail for the same reason.
  const tells = adapter.resolve ?? adapter.misfits;
  if (tells && steps.every(({ ok }) => ok)) steps.push(...(await checkMapped(connected, sample, signal)));
  return steps.map(step => ({ integration: name, ...step }));
}

/** What one plugin throws must not hide what the others were told. */
function brokenOff(error: unknown, plugin: string): CheckStep {
  const detail = failureOf(error, 'mapping').message;
  const hint = ItsmError.is(error)
    ? 'Nothing further was asked of this platform.'
    : `This is a defect of the plugin ${plugin}; nothing further was asked of this platform.`;
  return { step: 'check', ok: false, detail, hint };
}

const ofMapping: ReadonlySet<ItsmErrorKind> = new Set(['mapping', 'config', 'rejected']);

const unasked = 'The platform could not be asked what it takes; run the check again once it answers.';

/** One mapping has as many outcomes as there are severities. What is wrong with all of them is told once. */
async function checkMapped(connected: Connected, sample: Analysis, signal: AbortSignal): Promise<readonly CheckStep[]> {
  const problems = new Set<string>();
  for (const severity of severities) {
    const composed = compose(connected, { ...sample, job: { ...sample.job, severity } });
    // Found without the platform, and told before it was asked.
    if (composed.kind === 'failed') continue;
    const { draft } = composed;
    try {
      const { adapter } = connected;
      const resolved = (await adapter.resolve?.(draft, { key: draft.key, signal })) ?? draft;
      for (const { message } of resolved.warnings.slice(draft.warnings.length)) problems.add(message);
      for (const message of (await adapter.misfits?.(resolved, { key: draft.key, signal })) ?? [])
        problems.add(message);
    } catch (error) {
      const { kind, message } = failureOf(error, 'mapping');
      // The platform could not be asked: that is no matter of the mapping.
      if (!ofMapping.has(kind)) return [{ step: 'mapped fields', ok: false, detail: message, hint: unasked }];
      problems.add(message);
    }
  }
  const step = 'mapped fields';
  if (problems.size === 0) return [{ step, ok: true, detail: 'The platform takes what each severity is mapped to.' }];
  const hint = 'Mend defaults, field_mappings or assignment_rules; "itsm fields" shows what is accepted.';
  return [...problems].map(detail => ({ step, ok: false, detail, hint }));
}
