import type { Decision, DryRunRecord } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { identityAnswer, severityAnswer, timeAnswer, warningAnswer } from './shared-answers.ts';

export const decisionAnswer = z
  .object({
    kind: z.enum(['approved', 'rejected']),
    by: z.string(),
    at: timeAnswer,
    reason: z.string().optional(),
  })
  .meta({ id: 'Decision', description: 'What a person decided.' });

export const decisionLine = ({ kind, by, at, reason }: Decision): z.infer<typeof decisionAnswer> => ({
  ...{ kind, by, at: at.toISOString() },
  ...(reason === undefined ? {} : { reason }),
});

export const dryRunAnswer = z
  .object({
    ...identityAnswer,
    status: z.literal('dry_run'),
    // Digits, as the ids of events: it may pass what a number of JSON holds.
    dry_run_id: z.string().describe('Names it for approve and reject.'),
    title: z.string().optional(),
    severity: severityAnswer,
    created_at: timeAnswer,
    payload: z.unknown().describe('What an approval sends, exactly.'),
    warnings: z.array(warningAnswer),
    unresolved: z.array(z.string()).describe('Fields whose names are looked up before it is sent.'),
    decision: decisionAnswer.optional(),
  })
  .meta({ id: 'DryRun', description: 'A delivery that did everything but the sending.' });

export const dryRunLine = (run: DryRunRecord): z.infer<typeof dryRunAnswer> => ({
  ...{ key: run.key, job_id: run.jobId, integration: run.integration, platform: run.platform },
  ...{ status: 'dry_run', dry_run_id: String(run.id) },
  ...(run.title === undefined ? {} : { title: run.title }),
  ...{ severity: run.severity, created_at: run.at.toISOString(), payload: run.payload },
  ...{ warnings: [...run.warnings], unresolved: [...run.unresolved] },
  ...(run.decision ? { decision: decisionLine(run.decision) } : {}),
});
