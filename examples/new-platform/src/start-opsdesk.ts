import {
  fieldsOf,
  foundReply,
  jsonReply,
  type StartPlatformOptions,
  signsIn,
  startPlatform,
} from '@itsm-bridge/testkit';

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
export const startOpsdesk = (options: StartPlatformOptions = {}) =>
  startPlatform(options, ({ collection }) => {
    const tickets = collection<OpsdeskTicket>('OD-');
    const fresh = { reference: '', title: '', text: '', urgent: false, open: true, notes: [] };
    const failure = (status: number, reason: string) => jsonReply(status, { reason });
    return {
      failure,
      behind: { tickets: tickets.all },
      refuse: request =>
        signsIn(request, { kind: 'basic', user: 'rca', password: 'correct horse' })
          ? undefined
          : failure(401, 'Who are you?'),
      routes: [
        {
          method: 'POST',
          pattern: '/tickets',
          answer: call => {
            const given = fieldsOf<OpsdeskTicket>(call);
            if (typeof given.title !== 'string' || given.title.length > 80)
              return failure(400, 'title: up to 80 characters.');
            return jsonReply(
              201,
              tickets.add((_, id) => ({ ...fresh, ...given, id })),
            );
          },
        },
        {
          method: 'GET',
          pattern: '/tickets',
          // Without the parameter, or with one that it does not know, it lists everything: fifty on a page, the oldest first.
          answer: ({ query: { reference, page = '1' } }) => {
            const rows = tickets.indexed().filter(row => !reference || row.reference === reference);
            return jsonReply(200, rows.slice(50 * (Number(page) - 1), 50 * Number(page)));
          },
        },
        {
          method: 'POST',
          pattern: '/tickets/search',
          answer: call =>
            jsonReply(
              200,
              tickets.all().filter(({ id }) => id === fieldsOf<OpsdeskTicket>(call).id),
            ),
        },
        { method: 'GET', pattern: '/teams', answer: () => jsonReply(200, [{ id: 7, name: 'Payments' }]) },
        { method: 'GET', pattern: '/tickets/:id', answer: ({ params }) => foundReply(tickets.find(params.id)) },
        {
          method: 'PATCH',
          pattern: '/tickets/:id',
          answer: call => foundReply(tickets.change(call.params.id, row => ({ ...row, ...fieldsOf(call) }))),
        },
        {
          method: 'POST',
          pattern: '/tickets/:id/notes',
          answer: ({ params, json }) => {
            const note = json as OpsdeskTicket['notes'][number];
            const changed = tickets.change(params.id, row => ({ ...row, notes: [...row.notes, note] }));
            return changed && jsonReply(201, note);
          },
        },
      ],
    };
  });
