import { jsonReply, type Reply, type RoutedCall, type StartPlatformOptions, startPlatform } from '@itsm-bridge/testkit';

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
  readonly priority: Reference | null;
  readonly service: Reference;
  readonly escalation_policy: Reference | null;
  readonly body: { readonly details?: unknown };
  readonly resolution?: string;
}

interface Reference {
  readonly id: string;
  readonly type: string;
}

export interface PagerDutyOptions extends StartPlatformOptions {
  /** @default P1 and P2 with the ids PRIO1 and PRIO2; undefined where the plan has none */
  readonly priorities?: readonly { readonly id: string; readonly name: string }[] | 'none';
  /** @default 'active' */
  readonly serviceStatus?: 'active' | 'disabled';
  /** The service rules the urgency of its incidents. @default whatever is asked for */
  readonly urgency?: 'high' | 'low';
}

export type PagerDutySimulator = Awaited<ReturnType<typeof startPagerDuty>>;

const failure = (status: number, code: number, message: string, ...errors: string[]): Reply =>
  jsonReply(status, { error: { message, code, ...(errors.length > 0 ? { errors } : {}) } });

const monthMs = 30 * 86_400_000;

/** One account: a service PSVC1, a user rca@example.com, the key "pd-secret-key". */
export async function startPagerDuty(options: PagerDutyOptions = {}) {
  const { priorities = [1, 2].map(rank => ({ id: `PRIO${rank}`, name: `P${rank}` })) } = options;
  let all: () => readonly PagerDutyIncident[] = () => [];
  let allNotes: () => readonly Note[] = () => [];
  const simulator = await startPlatform(options, ({ collection, now, url }) => {
    const incidents = collection<PagerDutyIncident>();
    const notes = collection<Note>();
    all = incidents.all;
    allNotes = notes.all;
    const numberOf = ({ params }: RoutedCall) => Number(params.id?.replace('PINC', ''));
    const absent = failure(404, 2100, 'Not Found');
    const writes = (answer: (call: RoutedCall) => Reply) => (call: RoutedCall) =>
      call.headers.from === 'rca@example.com' ? answer(call) : failure(400, 1008, 'Requester User Not Found');
    const refuse = (given: Partial<PagerDutyIncident> | undefined) => {
      const invalid = (error: string) => failure(400, 2001, 'Invalid Input Provided', error);
      if (given?.title !== undefined && given.title.length > 1024) return invalid('Title is too long.');
      if (given?.body && typeof given.body.details !== 'string') return invalid('Details must be a string.');
      if (given?.urgency && !['high', 'low'].includes(given.urgency)) return invalid('Urgency is invalid.');
      return undefined;
    };
    return {
      refuse: ({ headers: { authorization } }) =>
        authorization === 'Token token=pd-secret-key' ? undefined : failure(401, 2006, 'Authentication failed'),
      failure: (status, message) => failure(status, status === 429 ? 2020 : 2100, message),
      routes: [
        {
          method: 'POST',
          pattern: '/incidents',
          answer: writes(({ json }) => {
            const given = (json as { incident?: Partial<PagerDutyIncident> })?.incident;
            if (!given?.title) return failure(400, 2001, 'Invalid Input Provided', 'Title cannot be empty.');
            if (given.service?.id !== 'PSVC1') return failure(400, 2002, 'Arguments Caused Error', 'Service not found');
            const refused = refuse(given);
            if (refused) return refused;
            const same = ({ incident_key, status }: PagerDutyIncident) =>
              incident_key === given.incident_key && status !== 'resolved';
            if (given.incident_key && incidents.all().some(same)) return duplicate;
            const made = incidents.add(number => ({
              ...{ incident_key: null, priority: null, escalation_policy: null, body: {}, resolved_at: null },
              ...(given as PagerDutyIncident),
              ...{ id: `PINC${number}`, incident_number: number, html_url: `${url}/incidents/PINC${number}` },
              ...{ status: 'triggered', created_at: new Date(now()).toISOString() },
              urgency: options.urgency ?? given.urgency ?? 'high',
            }));
            return jsonReply(201, { incident: made });
          }),
        },
        {
          method: 'GET',
          pattern: '/incidents',
          answer: ({ query }) => {
            const since = query.date_range === 'all' ? 0 : now() - monthMs;
            const states = query['statuses[]']?.split(',') ?? ['triggered', 'acknowledged', 'resolved'];
            const fits = ({ incident_key, created_at, status }: PagerDutyIncident) =>
              (!query.incident_key || incident_key === query.incident_key) &&
              Date.parse(created_at) >= since &&
              states.includes(status);
            const limit = Number(query.limit ?? 25);
            const rows = incidents.indexed().filter(fits);
            return jsonReply(200, { incidents: rows.slice(0, limit), limit, offset: 0, more: rows.length > limit });
          },
        },
        {
          method: 'GET',
          pattern: '/incidents/:id',
          answer: call => {
            const found = incidents.find(numberOf(call));
            return found ? jsonReply(200, { incident: found }) : absent;
          },
        },
        {
          method: 'PUT',
          pattern: '/incidents/:id',
          answer: writes(call => {
            const { type: _type, ...given } = (call.json as { incident: Partial<PagerDutyIncident> & { type: string } })
              .incident;
            const before = incidents.find(numberOf(call));
            if (given.status && before?.status === 'resolved') return failure(400, 1001, 'Incident Already Resolved');
            const resolved = given.status === 'resolved' ? { resolved_at: new Date(now()).toISOString() } : {};
            const changed = incidents.change(numberOf(call), row => ({ ...row, ...given, ...resolved }));
            return refuse(given) ?? (changed ? jsonReply(200, { incident: changed }) : absent);
          }),
        },
        {
          method: 'POST',
          pattern: '/incidents/:id/notes',
          answer: writes(call => {
            const { content } = (call.json as { note: Note }).note;
            if (!incidents.find(numberOf(call))) return absent;
            return jsonReply(200, { note: notes.add(() => ({ incident: numberOf(call), content })) });
          }),
        },
        {
          method: 'GET',
          pattern: '/incidents/:id/notes',
          answer: call => jsonReply(200, { notes: notes.all().filter(note => note.incident === numberOf(call)) }),
        },
        {
          method: 'GET',
          pattern: '/priorities',
          answer: () =>
            priorities === 'none' ? failure(402, 2014, 'Missing Account Ability') : jsonReply(200, { priorities }),
        },
        {
          method: 'GET',
          pattern: '/services/PSVC1',
          answer: () => jsonReply(200, { service: { name: 'Checkout', status: options.serviceStatus ?? 'active' } }),
        },
        {
          method: 'GET',
          pattern: '/users',
          answer: () => jsonReply(200, { users: [{ email: 'RCA@example.com' }] }),
        },
        {
          method: 'GET',
          pattern: '/escalation_policies/PPOL1',
          answer: () => jsonReply(200, { escalation_policy: { id: 'PPOL1' } }),
        },
      ],
    };
  });
  return Object.assign(simulator, { incidents: () => all(), notes: () => allNotes() });
}

export interface Note {
  readonly incident: number;
  readonly content: string;
}

const duplicate = failure(
  400,
  2002,
  'Arguments Caused Error',
  'Open incident with matching dedup key already exists on this service',
);
