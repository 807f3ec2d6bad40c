import { type Call, ItsmError, type TicketRef, type TicketState } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { plainName } from '../fields/plain-name.ts';
import { isMissing } from '../look/is-missing.ts';
import type { Connection } from '../site/connection.ts';

/** A status as issues and transitions show it. Names are the site's own; every site has the same few category keys. */
export const status = z.looseObject({ name: z.string(), statusCategory: z.looseObject({ key: z.string() }) });

const answer = z.looseObject({
  fields: z.looseObject({
    status,
    resolution: z.looseObject({ name: z.string() }).nullish(),
    resolutiondate: z.string().nullish(),
  }),
});

export interface IssueState {
  readonly status: z.output<typeof status>;
  readonly state: Exclude<TicketState, { readonly kind: 'gone' }>;
}

/**
 * GET /rest/api/3/issue/{id}: done is the category of its status, never a name. Undefined: deleted, or hidden from us.
 * A done issue need not have a resolution: that is up to its workflow.
 */
export async function readIssue(
  { api, wontFixResolutions }: Connection,
  { id, key }: Pick<TicketRef, 'id' | 'key'>,
  { signal }: Pick<Call, 'signal'>,
): Promise<IssueState | undefined> {
  const params = { fields: 'status,resolution,resolutiondate' };
  try {
    const { data } = await api.get(`/issue/${id}`, { params, signal });
    const parsed = answer.safeParse(data);
    if (!parsed.success) throw new ItsmError('unavailable', `Jira answered the look at ${key} without its status.`);
    const { status: now, resolution, resolutiondate } = parsed.data.fields;
    if (now.statusCategory.key !== 'done') return { status: now, state: { kind: 'open' } };
    const since = new Date(resolutiondate ?? Number.NaN);
    const wontFix = resolution ? wontFixResolutions.has(plainName(resolution.name)) : false;
    return {
      status: now,
      state: { kind: 'done', wontFix, ...(Number.isNaN(since.getTime()) ? {} : { since }) },
    };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
