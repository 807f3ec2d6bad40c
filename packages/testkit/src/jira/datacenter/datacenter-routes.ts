import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { Call, Route } from '../../simulator/route.ts';
import { withAttachment } from '../attachment-routes.ts';
import type { Context } from '../context.ts';
import { sendFile } from '../media.ts';
import { searchRoutes } from './search.ts';
import { userRoutes } from './user-routes.ts';

/** What only Cloud has. */
const cloudOnly: readonly string[] = [
  '/rest/api/:version/search/jql',
  '/rest/api/:version/issue/bulkfetch',
  '/rest/api/:version/priority/search',
  '/rest/api/:version/attachment/content/:attachment',
];

/** The routes of Data Center, made from those of Cloud: its own come first, in the place of theirs. */
export const datacenterRoutes = (cloud: readonly Route<Context>[]): readonly Route<Context>[] => [
  ...searchRoutes,
  ...userRoutes,
  { method: 'GET', pattern: '/rest/api/:version/priority', answer: priorities },
  { method: 'GET', pattern: '/secure/attachment/:attachment/:filename', answer: withAttachment(sendFile) },
  ...cloud.filter(({ pattern }) => !cloudOnly.includes(pattern)),
];

/** All of them at once, where Cloud has pages. */
const priorities = (_call: Call, { site, url }: Context): Reply =>
  jsonReply(
    200,
    site.priorities.map(item => ({ self: `${url}/rest/api/2/priority/${item.id}`, ...item })),
  );
