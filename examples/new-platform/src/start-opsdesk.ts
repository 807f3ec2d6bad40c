import { jsonReply, parseAuthorization, type StartPlatformOptions, startPlatform } from '@itsm-bridge/testkit';

export interface OpsdeskTicket {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly text: string;
  readonly urgent: boolean;
  readonly open: boolean;
  readonly notes: readonly { readonly id: string; readonly text: string }[];
}

/** A service desk that nobody has: tickets with a reference, notes with ids, open or not. Titles have 80 characters. */
export async function startOpsdesk(options: StartPlatformOptions = {}) {
  let all: () => readonly OpsdeskTicket[] = () => [];
  const simulator = await startPlatform(options, ({ collection }) => {
    const tickets = collection<OpsdeskTicket>();
    all = tickets.all;
    const numberOf = (id = '') => Number(id.replace('OD-', ''));
    const absent = jsonReply(404, { reason: 'There is no such ticket.' });
    return {
      refuse: ({ headers }) => {
        const who = parseAuthorization(headers.authorization);
        const known = who.kind === 'basic' && who.user === 'rca' && who.password === 'correct horse';
        return known ? undefined : jsonReply(401, { reason: 'Who are you?' });
      },
      failure: (status, reason) => jsonReply(status, { reason }),
      routes: [
        {
          method: 'POST',
          pattern: '/tickets',
          answer: ({ json }) => {
            const given = json as Partial<OpsdeskTicket>;
            if (typeof given?.title !== 'string' || given.title.length > 80)
              return jsonReply(400, { reason: 'title: up to 80 characters.' });
            const made = tickets.add(number => ({
              ...{ id: `OD-${number}`, reference: '', title: '', text: '', urgent: false, open: true, notes: [] },
              ...given,
            }));
            return jsonReply(201, made);
          },
        },
        {
          method: 'GET',
          pattern: '/tickets',
          // Without the parameter, or with one that it does not know, it lists everything.
          answer: ({ query }) =>
            jsonReply(
              200,
              tickets.indexed().filter(({ reference }) => !query.reference || query.reference === reference),
            ),
        },
        {
          method: 'GET',
          pattern: '/tickets/:id',
          answer: ({ params }) => {
            const found = tickets.find(numberOf(params.id));
            return found ? jsonReply(200, found) : absent;
          },
        },
        {
          method: 'PATCH',
          pattern: '/tickets/:id',
          answer: ({ params, json }) => {
            const changed = tickets.change(numberOf(params.id), row => ({ ...row, ...(json as object) }));
            return changed ? jsonReply(200, changed) : absent;
          },
        },
        {
          method: 'POST',
          pattern: '/tickets/:id/notes',
          answer: ({ params, json }) => {
            const note = json as OpsdeskTicket['notes'][number];
            const changed = tickets.change(numberOf(params.id), row => ({ ...row, notes: [...row.notes, note] }));
            return changed ? jsonReply(201, note) : absent;
          },
        },
      ],
    };
  });
  return Object.assign(simulator, { tickets: () => all() });
}
