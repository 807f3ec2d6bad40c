import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from './connection.ts';

/** The pages of a list, by the Link header: how the next one is asked for is GitHub's own matter. */
export async function* pages<Row extends z.ZodType>(
  { http }: Pick<Connection, 'http'>,
  path: string,
  row: Row,
  { params, signal }: { readonly params: Readonly<Record<string, string | number>>; readonly signal: AbortSignal },
): AsyncGenerator<readonly z.output<Row>[], void> {
  const rows = z.array(row);
  let next: string | undefined;
  do {
    const { data, headers } = await (next === undefined
      ? http.get(path, { params, signal })
      : http.get(next, { signal }));
    const parsed = rows.safeParse(data);
    if (!parsed.success) throw new ItsmError('unavailable', `GitHub answered GET ${path} without a list.`);
    yield parsed.data;
    next = /<([^>]+)>;\s*rel="next"/.exec(String(headers.link ?? ''))?.[1];
  } while (next !== undefined);
}
