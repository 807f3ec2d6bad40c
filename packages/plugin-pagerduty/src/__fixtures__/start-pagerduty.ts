import {
  foundReply,
  jsonReply,
  type Reply,
  type RoutedCall,
  type StartPlatformOptions,
  startPlatform,
} from '@itsm-bridge/testkit';

export interface PagerDutyIncident {
  readonly id: string;
  readonly incident_number: number;
  readonly html_url: string;
  readonly incident_key: string | null;
  readonly status: 'triggered' | 'acknowledged' | 'resolved';
  readonly created_at: string;
  readonly resolved_at: string | null;
  readonly title: string;
  readonly urgency: string;
  readonly service: { readonly id: string };
  readonly body: { readonly details?: unknown };
  readonly resolution?: string;
}

export interface PagerDutyOptions extends StartPlatformOptions {
  /** @default P1 and P2 with the ids PRIO1 and PRIO2; undefined where the plan has none */
  readonly priorities?: readonly { readonly id: string; readonly name: string }[] | 'none';
  /** @default 'active' */
  readonly serviceStatus?: 'active' | 'maintenance' | 'disabled';
  /** The service rules the urgency of its incidents. @default whatever is asked for */
  readonly urgency?: 'high' | 'low';
  /** Of rca@example.com. @default 'limited_user', whom the page calls a responder */
  readonly role?: string;
}

export type PagerDutySimulator = Awaited<ReturnType<typeof startPagerDuty>>;

type Given = Partial<PagerDutyIncident> & { readonly type?: string };
export interface Note {
  readonly incident: string;
  readonly content: string;
}

const failure = (status: number, code: number, message: string, ...errors: string[]): Reply =>
  jsonReply(status, { error: { message, code, ...(errors.length > 0 ? { errors } : {}) } });
const monthMs = 30 * 86_400_000;

function invalid({ title, body, urgency }: Given): Reply | undefined {
  const problem = (error: string) => failure(400, 2001, 'Invalid Input Provided', error);
  if (title !== undefined && (title === '' || title.length > 1024)) return problem('Title is empty or too long.');
  if (body && typeof body.details !== 'string') return problem('Details must be a string.');
  return urgency && !['high', 'low'].includes(urgency) ? problem('Urgency is invalid.') : undefined;
}

/** One account: a service PSVC1, a user rca@example.com, the key "pd-secret-key". */
export function startPagerDuty(options: PagerDutyOptions = {}) {
  const { priorities = [1, 2].map(rank => ({ id: `PRIO${rank}`, name: `P${rank}` })) } = options;
  const { urgency: ruled, serviceStatus: status = 'active', role = 'limited_user' } = options;
  const incident_urgency_rule = { type: 'constant', urgency: ruled ?? 'severity_based' };
  return startPlatform(options, ({ collection, now, url }) => {
    const incidents = collection<PagerDutyIncident>('PINC');
    const notes = collection<Note>();
    const at = () => new Date(now()).toISOString();
    const oneOf = (row: PagerDutyIncident | undefined) => foundReply(row && { incident: row });
    type Answer = (call: RoutedCall) => Reply | undefined;
    const read = (pattern: string, answer: Answer) => ({ method: 'GET', pattern, answer });
    const write = (method: string, pattern: string, answer: Answer) => ({
      ...{ method, pattern },
      answer: (call: RoutedCall) =>
        call.headers.from === 'rca@example.com' ? answer(call) : failure(400, 1008, 'Requester User Not Found'),
    });
    const create = ({ json }: RoutedCall): Reply => {
      const { incident: given = {} } = json as { incident?: Given };
      const refused = invalid({ title: '', ...given });
      if (refused) return refused;
      const argued = (error: string) => failure(400, 2002, 'Arguments Caused Error', error);
      if (given.service?.id !== 'PSVC1') return argued('Service not found');
      const open = incidents.all().filter(row => row.status !== 'resolved');
      if (given.incident_key && open.some(row => row.incident_key === given.incident_key))
        return argued('Open incident with matching dedup key already exists on this service');
      const made = incidents.add((number, id) => ({
        ...{ incident_key: null, priority: null, escalation_policy: null, body: {}, resolved_at: null },
        ...(given as PagerDutyIncident),
        ...{ id, incident_number: number, html_url: `${url}/incidents/${id}` },
        ...{ status: 'triggered', created_at: at(), urgency: ruled ?? given.urgency ?? 'high' },
      }));
      return jsonReply(201, { incident: made });
    };
    const list = ({ query }: RoutedCall): Reply => {
      const since = query.date_range === 'all' ? 0 : now() - monthMs;
      const states = query['statuses[]']?.split(',');
      const found = incidents
        .indexed()
        .filter(
          row =>
            (!query.incident_key || row.incident_key === query.incident_key) &&
            Date.parse(row.created_at) >= since &&
            (states?.includes(row.status) ?? true),
        );
      const limit = Number(query.limit ?? 25);
      return jsonReply(200, { incidents: found.slice(0, limit), more: found.length > limit });
    };
    const change = ({ json, params }: RoutedCall): Reply | undefined => {
      const { type: _, ...given } = (json as { incident: Given }).incident;
      const resolved = given.status === 'resolved';
      if (resolved && incidents.find(params.id)?.status === 'resolved')
        return failure(400, 1001, 'Incident Already Resolved');
      const ends = { ...(resolved ? { resolved_at: at() } : {}), ...(ruled ? { urgency: ruled } : {}) };
      return invalid(given) ?? oneOf(incidents.change(params.id, row => ({ ...row, ...given, ...ends })));
    };
    const addNote = ({ json, params }: RoutedCall): Reply | undefined => {
      const { content } = (json as { note: Note }).note;
      const incident = incidents.find(params.id)?.id;
      return incident === undefined ? undefined : jsonReply(200, { note: notes.add(() => ({ incident, content })) });
    };
    return {
      behind: { incidents: incidents.all, notes: notes.all },
      refuse: ({ headers: { authorization } }) =>
        authorization === 'Token token=pd-secret-key' ? undefined : failure(401, 2006, 'Authentication failed'),
      failure: (code, message) => failure(code, code === 429 ? 2020 : 2100, message),
      routes: [
        write('POST', '/incidents', create),
        read('/incidents', list),
        read('/incidents/:id', ({ params: { id } }) =>
          oneOf(incidents.find(id) ?? incidents.all().find(({ incident_number }) => String(incident_number) === id)),
        ),
        write('PUT', '/incidents/:id', change),
        write('POST', '/incidents/:id/notes', addNote),
        read('/incidents/:id/notes', ({ params }) =>
          jsonReply(200, { notes: notes.all().filter(({ incident }) => incident === params.id) }),
        ),
        read('/priorities', () =>
          priorities === 'none' ? failure(402, 2014, 'Missing Account Ability') : jsonReply(200, { priorities }),
        ),
        read('/services/PSVC1', () => jsonReply(200, { service: { name: 'Checkout', status, incident_urgency_rule } })),
        read('/users', () => jsonReply(200, { users: [{ email: 'RCA@example.com', role }] })),
        read('/escalation_policies/PPOL1', () => jsonReply(200, { escalation_policy: { id: 'PPOL1' } })),
      ],
    };
  });
}
