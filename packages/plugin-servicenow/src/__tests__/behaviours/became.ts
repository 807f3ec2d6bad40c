import type { ChangeDelivery, Delivery, Warning } from '@itsm-bridge/core';
import { callOf, type RecordedRequest, type ServiceNowSimulator } from '@itsm-bridge/testkit';
import { analysisOf } from '../analyses.ts';
import { bare, type Desk, openDesk } from '../desk.ts';
import type { ChangeBehaviour, CreateBehaviour } from './behaviour.ts';

type Row = ReturnType<ServiceNowSimulator['incidents']>[number];
type Told = Pick<Delivery | ChangeDelivery, 'status' | 'error' | 'warnings'>;

/** Delivers one analysis to an instance that behaves so. */
export async function createOn({ options, members, analysis, post, posts = 1, lookUp, beside }: CreateBehaviour) {
  await using desk = await openDesk({ ...bare, ...members }, options);
  if (post) desk.instance.fault({ on: 'POST /api/now/', times: posts, effect: post });
  if (beside) desk.instance.fault({ ...beside, times: 1_000 });
  if (lookUp) desk.instance.fault({ on: 'GET /api/now/table/incident', effect: lookUp });
  const { title, ...findings } = analysis ?? {};
  const given = analysisOf(title ? { title } : {});
  const [delivery] = await desk.itsm.createTickets({ ...given, analysis: { ...given.analysis, ...findings } });
  const incidents = desk.instance.incidents();
  const [note] = desk.instance.journal(incidents[0]?.sys_id ?? '');
  const told = delivery && { ...delivery, warnings: [...delivery.warnings, ...(await twinsOf(delivery, desk))] };
  return { ...became(told, desk), incidents: incidents.length, note: note?.value ?? 'none' };
}

/** A worker looks for them once a doubtful request can come no more, and tells of each as a warning (twins.test.ts). */
async function twinsOf({ key, status }: Delivery, { servicenow, instance }: Desk): Promise<readonly Warning[]> {
  if (status === 'unknown' || instance.incidents().length < 2) return [];
  const seen = await servicenow.find(callOf(key));
  return seen.kind === 'found' ? seen.twins.map(twin => ({ code: 'twin', message: twin.key })) : [];
}

/** Delivers one analysis, lets others do what they did to its ticket, and changes it. */
export async function changeOn({ options, members, others, change, write }: ChangeBehaviour) {
  await using desk = await openDesk({ ...bare, ...members }, options);
  await desk.itsm.createTickets(analysisOf());
  const id = desk.instance.incidents()[0]?.sys_id ?? '';
  if (others) await byOthers(desk, id, others);
  desk.instance.clearRequests();
  if (write) desk.instance.fault({ on: change.attach ? 'POST /api/now/attachment' : 'PATCH', effect: write });
  const [delivery] = await desk.itsm.updateTickets('abc123', change);
  const notes = desk.instance.journal(id).filter(({ value }) => change.note && value.includes(change.note));
  const copies = change.attach ? desk.instance.attachments(id).length : notes.length;
  return { ...became(delivery, desk), operation: delivery?.kind ?? '', copies };
}

async function byOthers({ instance }: Desk, id: string, did: Row | 'delete'): Promise<void> {
  const credentials = Buffer.from('integration_user:sandbox').toString('base64');
  const answer = await fetch(`${instance.url}/api/now/table/incident/${id}`, {
    method: did === 'delete' ? 'DELETE' : 'PATCH',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
    ...(did === 'delete' ? {} : { body: JSON.stringify(did) }),
  });
  if (!answer.ok) throw new TypeError(`Others were answered ${answer.status}.`);
}

function became(told: Told | undefined, { instance }: Desk) {
  const { status, error, warnings = [] } = told ?? {};
  const record = instance.incidents()[0];
  const codes = error ? [error.kind] : warnings.map(({ code }) => code);
  const wrote = instance.requests.findLast(({ method, path }) => method !== 'GET' && !path.includes('/attachment/'));
  return {
    makes: [status, codes.join(', ')].filter(Boolean).join(': '),
    words: [error?.message, ...warnings.map(({ message }) => message)].join(' '),
    record,
    untold: error || !record || !wrote ? [] : untold(wrote, record, warnings),
  };
}

/** The fields of the last write that the record does not hold, and of which no warning speaks. */
function untold({ path, json }: RecordedRequest, record: Row, warnings: readonly Warning[]): readonly string[] {
  const prefix = path.includes('/import/') ? /^u_/ : /^$/;
  return Object.entries(json ?? {})
    .map(([name, value]) => ({ name: name.replace(prefix, ''), value: String(value ?? '').trim() }))
    .filter(({ name, value }) => !['work_notes', 'comments'].includes(name) && (record[name] ?? '').trim() !== value)
    .map(({ name }) => name)
    .filter(name => !warnings.some(({ field }) => field === name));
}
