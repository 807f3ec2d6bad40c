import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { propertyKey } from '../prepare/payload.ts';
import type { Connection } from '../site/connection.ts';
import { insist } from './insist.ts';
import { isMissing } from './is-missing.ts';
import { type MarkedIssue, markedIssue } from './marked-issue.ts';

const answer = z.object({ issues: z.array(markedIssue) });

const fields = ['labels', 'created'];

/** Issues of the project by their numbers, from its records and not from an index; those that are there. */
export type ReadByKey = (numbers: readonly number[], signal: AbortSignal) => Promise<readonly MarkedIssue[]>;

/** POST …/issue/bulkfetch, which only Cloud has. */
export const readInBulk =
  ({ api, project, clock }: Connection): ReadByKey =>
  async (numbers, signal) => {
    const asked = { issueIdsOrKeys: numbers.map(number => `${project}-${number}`), fields, properties: [propertyKey] };
    const { data } = await insist(() => api.post('/issue/bulkfetch', asked, { signal }), clock, signal);
    return issuesIn(answer.safeParse(data).data?.issues);
  };

/** GET …/issue/{key}, one by one. */
export const readOneByOne =
  ({ api, project, clock }: Connection): ReadByKey =>
  async (numbers, signal) => {
    const params = { fields: fields.join(','), properties: propertyKey };
    const found: MarkedIssue[] = [];
    for (const number of numbers) {
      const read = () => api.get(`/issue/${project}-${number}`, { params, signal });
      const data = await insist(read, clock, signal).then(
        answered => answered.data,
        error => {
          if (isMissing(error)) return undefined;
          throw error;
        },
      );
      if (data !== undefined) found.push(...issuesIn([markedIssue.safeParse(data).data]));
    }
    return found;
  };

function issuesIn(issues: readonly (MarkedIssue | undefined)[] | undefined): readonly MarkedIssue[] {
  const known = issues?.filter(issue => issue !== undefined);
  if (known && known.length === issues?.length) return known;
  throw new ItsmError('unavailable', 'The look-up by key was answered without a list of issues.');
}
