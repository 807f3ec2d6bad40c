import { z } from '@itsm-bridge/core/zod';
import { type ApiAnswer, type ApiRoute, type Asked, apiRoute, bare } from '../api-route.ts';
import { laneAnswer, laneLine } from '../lines/lane-line.ts';

const holding = { ...bare, method: 'post', answer: laneAnswer, inputMeans: 'not-found', refusals: [404] } as const;

/** What holds integrations back. */
export const laneRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...bare,
    method: 'get',
    path: '/api/lanes',
    summary: 'Tells of each enabled integration what holds it back, and how much waits.',
    answer: z.object({ lanes: z.array(laneAnswer) }),
    handle: async ({ desk }) => ({ body: { lanes: (await desk.lanes()).map(laneLine) } }),
  }),
  apiRoute({
    ...holding,
    path: '/api/lanes/{integration}/pause',
    summary: 'Holds the integration’s deliveries back, in all processes.',
    async handle(asked) {
      await asked.desk.pause(nameIn(asked), asked.visitor.name);
      return laneOf(asked);
    },
  }),
  apiRoute({
    ...holding,
    path: '/api/lanes/{integration}/resume',
    summary: 'Ends a pause, and closes the breaker.',
    async handle(asked) {
      await asked.desk.resume(nameIn(asked), asked.visitor.name);
      return laneOf(asked);
    },
  }),
];

type Named = Pick<Asked<unknown, unknown>, 'desk' | 'params'>;

const nameIn = ({ params }: Named): string => params.integration ?? '';

async function laneOf(asked: Named): Promise<ApiAnswer> {
  const lanes = await asked.desk.lanes();
  return { body: lanes.filter(({ integration }) => integration === nameIn(asked)).map(laneLine)[0] };
}
