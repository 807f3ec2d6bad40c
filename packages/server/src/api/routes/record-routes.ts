import { z } from '@itsm-bridge/core/zod';
import { type ApiRoute, apiRoute, bare } from '../api-route.ts';
import { auditAnswer, auditLine } from '../lines/audit-line.ts';
import { from, nextAnswer, onward, paging } from './paging.ts';

/** Who did what, and who asks. */
export const recordRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...bare,
    method: 'get',
    path: '/api/audit',
    summary: 'Lists who did what, newest first.',
    query: z.strictObject({ key: z.string().optional().describe('Of one delivery.'), ...paging }),
    answer: z.object({ entries: z.array(auditAnswer), next: nextAnswer }),
    async handle({ desk, query: { key, limit, after } }) {
      const { entries, next } = await desk.audit({ limit, ...from(after), ...(key === undefined ? {} : { key }) });
      return { body: { entries: entries.map(auditLine), ...onward(next) } };
    },
  }),
  apiRoute({
    ...bare,
    method: 'get',
    path: '/api/visitor',
    summary: 'Tells who you are to this server, and what a form of yours carries.',
    answer: z.object({
      name: z.string(),
      role: z.enum(['viewer', 'approver']).describe('A viewer sees, an approver acts.'),
      how: z.enum(['loopback', 'token', 'proxy']),
      csrf: z.string().describe('For the header x-csrf-token of every POST without a bearer token; empty with one.'),
    }),
    handle: async ({ visitor: { name, role, how }, csrf }) => ({ body: { name, role, how, csrf } }),
  }),
];
