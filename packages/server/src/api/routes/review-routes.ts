import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Desk } from '../../desk.ts';
import { errorAnswer } from '../api-error.ts';
import { type ApiRoute, apiRoute, bare } from '../api-route.ts';
import { deliveryAnswer, deliveryLine } from '../lines/delivery-line.ts';
import { decisionAnswer, decisionLine, dryRunAnswer, dryRunLine } from '../lines/dry-run-line.ts';
import { recordAnswer, recordLine } from '../lines/record-line.ts';
import { from, nextAnswer, onward, paging } from './paging.ts';
import { reasonBody } from './reason-body.ts';

const approvalAnswer = z
  .discriminatedUnion('result', [
    z.object({ result: z.literal('delivered'), delivery: deliveryAnswer }),
    z.object({ result: z.literal('decided'), decision: decisionAnswer, delivery: recordAnswer.optional() }),
  ])
  .describe(
    'delivered: sent by this request, or already being sent; decided: somebody was first, and nothing was sent now.',
  );

/** The 409 of an approval: nothing was sent. */
const changedAnswer = errorAnswer.extend({ shown: dryRunAnswer, now: dryRunAnswer }).meta({
  id: 'Approval',
  description: 'The config has changed since the dry run: what it showed, and what would be sent now.',
});

const decision = {
  ...bare,
  method: 'post',
  inputMeans: 'conflict',
  refusals: [404, 409],
  finds: async (desk: Desk, { id = '' }: Readonly<Record<string, string>>) => desk.rehearsal(idOf(id)),
} as const;

function idOf(text: string): bigint {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw new ItsmError('input', `There is no dry run "${text.slice(0, 40)}". GET /api/reviews lists their ids.`);
}

/** What waits for a person, and what that person decides of a dry run. */
export const reviewRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...bare,
    method: 'get',
    path: '/api/reviews',
    summary:
      'Lists what waits for a person: dry runs, newest first, and the newest deliveries that no look-up could settle.',
    query: z.strictObject({ integration: z.string().optional(), ...paging }),
    answer: z.object({
      dry_runs: z.array(dryRunAnswer),
      next: nextAnswer.describe('Of the dry runs. Absent on the last page.'),
      needs_review: z.array(recordAnswer).describe('More of them: GET /api/deliveries?status=needs_review.'),
    }),
    async handle({ desk, query: { integration, limit, after } }) {
      const only = integration === undefined ? {} : { integration };
      const integrations = integration === undefined ? {} : { integrations: [integration] };
      const [{ records, next }, unsettled] = await Promise.all([
        desk.rehearsals({ limit, ...from(after), ...only }),
        desk.search({ statuses: ['needs_review'], limit, ...integrations }),
      ]);
      const body = {
        dry_runs: records.map(dryRunLine),
        ...onward(next),
        needs_review: unsettled.records.map(recordLine),
      };
      return { body };
    },
  }),
  apiRoute({
    ...decision,
    path: '/api/reviews/{id}/approve',
    summary: 'Sends exactly the payload of that dry run, once, whoever asks how often.',
    answer: approvalAnswer,
    conflict: changedAnswer,
    async handle({ desk, visitor, params: { id = '' } }) {
      const approval = await desk.approveRehearsal(idOf(id), { by: visitor.name });
      switch (approval.kind) {
        case 'delivered':
          return { body: { result: 'delivered', delivery: deliveryLine(approval.delivery) } };
        case 'decided': {
          const delivery = approval.record === undefined ? {} : { delivery: recordLine(approval.record) };
          return { body: { result: 'decided', decision: decisionLine(approval.decision), ...delivery } };
        }
        case 'changed': {
          const [shown, now] = [dryRunLine(approval.shown), dryRunLine(approval.now)];
          const message = `Nothing was sent: it would not be what dry run ${shown.dry_run_id} showed. Look at dry run ${now.dry_run_id}, and approve that.`;
          return { status: 409, body: { error: { kind: 'changed', message }, shown, now } };
        }
      }
    },
  }),
  apiRoute({
    ...decision,
    path: '/api/reviews/{id}/reject',
    summary: 'Nothing is to be sent of that dry run.',
    body: reasonBody,
    answer: dryRunAnswer,
    async handle({ desk, visitor, params: { id = '' }, body: { reason } }) {
      const why = reason === undefined ? {} : { reason };
      return { body: dryRunLine(await desk.rejectRehearsal(idOf(id), { by: visitor.name, ...why })) };
    },
  }),
];
