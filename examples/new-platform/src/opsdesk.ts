import {
  askQuestions,
  basicAuth,
  bodyToText,
  cutText,
  definePlugin,
  describeJson,
  endpoint,
  ItsmError,
  secret,
  type TicketRef,
} from '@itsm-bridge/core';
import { z } from 'zod';

const settings = z.strictObject({ endpoint: endpoint(), user: z.string().min(1), password: secret() });
const ticket = z.object({
  id: z.string().min(1),
  reference: z.string(),
  open: z.boolean(),
  notes: z.array(z.object({ id: z.string() })),
});
const refusal = z.object({ reason: z.string() });

/** A service desk that nobody has: a whole platform in one file, as a team would write it with what core publishes. */
export const opsdesk = definePlugin({
  name: 'opsdesk',
  settings,
  fieldRules: { urgent: { from: 'job.severity', map: { critical: true, high: true, medium: false, low: false } } },
  template: { file: 'opsdesk.md', format: 'markdown', text: '## Root cause\n{{ analysis.root_cause }}\n' },
  settleWindowMs: 30_000,
  connect({ endpoint: url, user, password }, { createHttp }) {
    const auth = basicAuth(user, password);
    const http = createHttp({ baseURL: url, auth, errorMessage: body => refusal.safeParse(body).data?.reason });
    const refOf = ({ id }: z.output<typeof ticket>) => ({ id, key: id, url: `${url}/tickets/${id}`, names: {} });
    const read = async (id: string, signal: AbortSignal) => {
      const parsed = ticket.safeParse((await http.get(`/tickets/${id}`, { signal })).data);
      if (!parsed.success) throw new ItsmError('unavailable', `Opsdesk answered the read of ${id} without a ticket.`);
      return parsed.data;
    };
    return {
      writes: true,
      prepare: ({ key, title, body, fields }) => ({
        ...fields,
        reference: key,
        title: cutText(title, 80),
        text: cutText(bodyToText(body), 10_000),
      }),
      describe: payload => describeJson('POST', `${url}/tickets`, payload, auth),
      async create(payload, { signal }) {
        const { data, status } = await http.post('/tickets', payload, { signal });
        const created = ticket.safeParse(data);
        if (!created.success)
          throw new ItsmError('outcome-unknown', `Opsdesk answered ${status} without a ticket.`, { status });
        return { kind: 'created', ticket: refOf(created.data), warnings: [] };
      },
      async find({ key, signal }) {
        const carrying: TicketRef[] = [];
        // Read to the last page, which is empty: a ticket on a page that nobody reads is made a second time.
        for (let page = 1; ; page++) {
          const { data } = await http.get('/tickets', { params: { reference: key, page }, signal });
          const rows = z.array(ticket).safeParse(data);
          if (!rows.success) throw new ItsmError('unavailable', 'Opsdesk answered the look-up without a list.');
          if (rows.data.length === 0) break;
          carrying.push(...rows.data.filter(({ reference }) => reference === key).map(refOf));
        }
        const [oldest, ...twins] = carrying;
        return oldest ? { kind: 'found', ticket: oldest, twins } : { kind: 'absent', conclusive: true };
      },
      async update(ref, change, { signal }) {
        switch (change.kind) {
          case 'note': {
            const text = bodyToText({ kind: 'markdown', root: change.body });
            await http.post(`/tickets/${ref.id}/notes`, { id: change.id, text }, { signal });
            break;
          }
          case 'fields':
          case 'resolve':
          case 'reopen': {
            const state = change.kind === 'fields' ? {} : { open: change.kind === 'reopen' };
            await http.patch(`/tickets/${ref.id}`, { ...change.fields, ...state }, { signal });
            break;
          }
          default:
            throw new ItsmError('config', `Opsdesk does not make the change "${change.kind}".`);
        }
        return { ticket: ref, warnings: [] };
      },
      async findChange(ref, change, { signal }) {
        const { notes } = await read(ref.id, signal);
        return notes.some(({ id }) => id === change.id) ? 'applied' : 'absent';
      },
      async read(ref, { signal }) {
        try {
          return (await read(ref.id, signal)).open ? { kind: 'open' } : { kind: 'done', wontFix: false };
        } catch (error) {
          if (ItsmError.is(error) && error.status === 404) return { kind: 'gone' };
          throw error;
        }
      },
      check: ({ signal }) =>
        askQuestions([
          {
            step: 'sign in',
            hint: 'Check user and password.',
            vital: true,
            async ask() {
              await http.get('/tickets', { params: { reference: 'none' }, signal });
              return 'The user may read tickets.';
            },
          },
        ]),
    };
  },
});
