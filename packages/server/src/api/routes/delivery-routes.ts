import { deliveryStatuses } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { wireEvent } from '../../events/wire-event.ts';
import { wireEventOf } from '../../events/wire-event-of.ts';
import { type ApiRoute, apiRoute, bare } from '../api-route.ts';
import { auditAnswer, auditLine } from '../lines/audit-line.ts';
import { changeAnswer, changeRecordLine } from '../lines/change-record-line.ts';
import { dryRunAnswer, dryRunLine } from '../lines/dry-run-line.ts';
import { recordAnswer, recordLine } from '../lines/record-line.ts';
import { severityAnswer, timeAnswer } from '../lines/shared-answers.ts';
import { from, nextAnswer, onward, paging } from './paging.ts';

const searchQuery = z.strictObject({
  q: z
    .string()
    .max(200, 'accepted are at most 200 characters')
    .optional()
    .describe('Part of a job’s id or title, a ticket’s key or a delivery’s key, in any letter case.'),
  status: z.array(z.enum(deliveryStatuses)).optional(),
  integration: z.array(z.string()).optional(),
  severity: z.array(severityAnswer).optional(),
  since: z
    .union(
      [z.iso.datetime({ offset: true }), z.iso.date()],
      'accepted is a date such as 2025-10-27 or 2025-10-27T10:30:00Z',
    )
    .optional()
    .describe('Created at it or later.'),
  ...paging,
});

const detailAnswer = z
  .object({
    delivery: recordAnswer,
    analysis: z.unknown().optional().describe('As it was handed in. Absent where it is kept no more.'),
    sent: z
      .object({
        at: timeAnswer,
        payload: z.unknown(),
        request: z
          .object({
            method: z.string(),
            url: z.string(),
            headers: z.record(z.string(), z.string()),
            body: z.string(),
          })
          .optional()
          .describe('That carries the payload, with its sign-in masked.'),
      })
      .optional()
      .describe('What was sent last.'),
    events: z.array(wireEvent.meta({ id: 'Event' })).describe('The newest 200, oldest first.'),
    changes: z.array(changeAnswer),
    dry_runs: z.array(dryRunAnswer),
    audit: z.array(auditAnswer),
  })
  .meta({ id: 'DeliveryDetail', description: 'All that is on record of one delivery.' });

/** What is on record of deliveries. */
export const deliveryRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...bare,
    method: 'get',
    path: '/api/deliveries',
    summary: 'Finds deliveries, newest first. A list is written by repeating its name: status=failed&status=unknown.',
    query: searchQuery,
    answer: z.object({ deliveries: z.array(recordAnswer), next: nextAnswer }),
    async handle({ desk, query }) {
      const { q, status, integration, severity, since, limit, after } = query;
      const { records, next } = await desk.search({
        ...(q === undefined ? {} : { text: q }),
        ...(status === undefined ? {} : { statuses: status }),
        ...(integration === undefined ? {} : { integrations: integration }),
        ...(severity === undefined ? {} : { severities: severity }),
        ...(since === undefined ? {} : { since: new Date(since) }),
        ...{ limit, ...from(after) },
      });
      return { body: { deliveries: records.map(recordLine), ...onward(next) } };
    },
  }),
  apiRoute({
    ...bare,
    method: 'get',
    path: '/api/deliveries/{key}',
    summary: 'Tells all that is on record of one delivery: what was sent, and each attempt, wait and look-up.',
    answer: detailAnswer,
    inputMeans: 'not-found',
    refusals: [404],
    async handle({ desk, params: { key = '' } }) {
      const { record, analysis, sent, events, changes, dryRuns, audit } = await desk.delivery(key);
      const lists = {
        events: events.map(wireEventOf),
        changes: changes.map(changeRecordLine),
        dry_runs: dryRuns.map(dryRunLine),
        audit: audit.map(auditLine),
      };
      return {
        body: {
          delivery: recordLine(record),
          ...(analysis === undefined ? {} : { analysis }),
          ...(sent ? { sent: { ...sent, at: sent.at.toISOString() } } : {}),
          ...lists,
        },
      };
    },
  }),
];
