import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { JiraApi } from '../site/api.ts';

/** What createmeta allows at the most; more is answered 400. */
const pageSize = 200;

const page = z.looseObject({
  total: z.number().optional(),
  isLast: z.boolean().optional(),
  /** Cloud names the list after what is in it, Data Center calls it `values`. */
  issueTypes: z.array(z.unknown()).optional(),
  fields: z.array(z.unknown()).optional(),
  values: z.array(z.unknown()).optional(),
});

/**
 * Every page of a createmeta list, each item parsed. An item that is not as expected is left out: one odd field of an app
 * must not hide the others.
 */
export async function allPages<Item extends z.ZodType>(
  { get }: Pick<JiraApi, 'get'>,
  path: string,
  item: Item,
  signal: AbortSignal,
): Promise<readonly z.output<Item>[]> {
  const items: z.output<Item>[] = [];
  for (let startAt = 0; ; ) {
    const { data } = await get(path, { params: { startAt, maxResults: pageSize }, signal });
    const parsed = page.safeParse(data);
    const found = parsed.data?.issueTypes ?? parsed.data?.fields ?? parsed.data?.values;
    if (!parsed.success || !found) throw new ItsmError('unavailable', `Jira answered ${path} without a list.`);
    for (const one of found) {
      const read = item.safeParse(one);
      if (read.success) items.push(read.data);
    }
    startAt += found.length;
    const { isLast, total } = parsed.data;
    if (found.length === 0 || isLast === true || (total !== undefined && startAt >= total)) return items;
  }
}
