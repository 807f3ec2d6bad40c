import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { Call, Route } from '../../simulator/route.ts';
import type { Context } from '../context.ts';
import { searchRoutes } from './search.ts';

/** What only Cloud has. */
const cloudOnly: readonly string[] = [
  '/rest/api/:version/search',
  '/rest/api/:version/search/jql',
  '/rest/api/:version/issue/bulkfetch',
  '/rest/api/:version/priority/search',
];

/** The routes of Data Center, made from those of Cloud. */
export const datacenterRoutes = (cloud: readonly Route<Context>[]): readonly Route<Context>[] => [
  ...searchRoutes,
  { method: 'GET', pattern: '/rest/api/:version/priority', answer: priorities },
  ...cloud.filter(({ pattern }) => !cloudOnly.includes(pattern)),
];

/** All of them at once, where Cloud has pages. */
const priorities = (_call: Call, { site, url }: Context): Reply =>
  jsonReply(
    200,
    site.priorities.map(item => ({ self: `${url}/rest/api/2/priority/${item.id}`, ...item })),
  );
