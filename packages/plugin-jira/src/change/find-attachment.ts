import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../site/connection.ts';
import { type Attach, reportId } from './attach-file.ts';

const answer = z.looseObject({
  fields: z.looseObject({ attachment: z.array(z.looseObject({ filename: z.string(), size: z.number() })) }),
});

/** Whether the issue has a file of that name and size; Jira keeps several of one name, and has no other mark for a file. */
export async function findAttachment(
  { api }: Pick<Connection, 'api'>,
  { id, key }: TicketRef,
  { id: changeId, name, content }: Attach,
  { signal }: Pick<Call, 'signal'>,
): Promise<'applied' | 'absent'> {
  const { data } = await api.get(`/issue/${id}`, { params: { fields: 'attachment' }, signal });
  const parsed = answer.safeParse(data);
  if (!parsed.success) throw new ItsmError('unavailable', `Jira answered the look at ${key} without its attachments.`);
  const { attachment } = parsed.data.fields;
  // The report may have been rendered by another release: it is known by its name alone.
  const fits = (size: number) => changeId === reportId || size === content.byteLength;
  return attachment.some(({ filename, size }) => filename === name && fits(size)) ? 'applied' : 'absent';
}
