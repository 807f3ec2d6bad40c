import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Desk } from '../../desk.ts';
import { type ApiRoute, apiRoute, bare } from '../api-route.ts';
import { deliveryAnswer, deliveryLine } from '../lines/delivery-line.ts';
import { recordAnswer, recordLine } from '../lines/record-line.ts';
import { reasonBody } from './reason-body.ts';

const decision = {
  ...bare,
  method: 'post',
  inputMeans: 'conflict',
  refusals: [404, 409],
  async finds(desk: Desk, { key = '' }: Readonly<Record<string, string>>) {
    const [record] = await desk.deliveries({ key });
    if (record === undefined) {
      throw new ItsmError('input', `Nothing is on record under ${key}. GET /api/deliveries lists the keys.`);
    }
  },
} as const;

/** What a person decides of one delivery. Each is on record with who it was. */
export const decisionRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...decision,
    path: '/api/deliveries/{key}/approve',
    summary: 'Sends what no look-up could settle: looks once more, and creates where nothing is found.',
    answer: deliveryAnswer,
    async handle({ desk, visitor, params: { key = '' } }) {
      return { body: deliveryLine(await desk.approve(key, { by: visitor.name })) };
    },
  }),
  apiRoute({
    ...decision,
    path: '/api/deliveries/{key}/reject',
    summary: 'Nothing is to be sent of what waits for a review or is a dead letter.',
    body: reasonBody,
    answer: recordAnswer,
    async handle({ desk, visitor, params: { key = '' }, body: { reason } }) {
      const why = reason === undefined ? {} : { reason };
      return { body: recordLine(await desk.reject(key, { by: visitor.name, ...why })) };
    },
  }),
  apiRoute({
    ...decision,
    path: '/api/deliveries/{key}/replay',
    summary: 'Sends again what has no ticket.',
    answer: deliveryAnswer,
    async handle({ desk, visitor, params: { key = '' } }) {
      for await (const delivery of desk.replay({ key }, { by: visitor.name })) return { body: deliveryLine(delivery) };
      throw new ItsmError('cancelled', `${key} was not sent: this server is ending. Replay it once it is back.`);
    },
  }),
  apiRoute({
    ...decision,
    path: '/api/deliveries/{key}/link',
    summary: 'Takes a ticket that is there already for that of the delivery. It is read on its platform first.',
    body: z.strictObject({
      ticket: z
        .string()
        .trim()
        .min(1, 'is empty; write what people call the ticket')
        .max(200)
        .describe('INC0010001, OPS-17.'),
    }),
    answer: recordAnswer,
    async handle({ desk, visitor, params: { key = '' }, body: { ticket } }) {
      return { body: recordLine(await desk.link(key, { ticket, by: visitor.name })) };
    },
  }),
];
