import { type DeliveryRecord, ItsmError } from '@itsm-bridge/core';
import { Hono } from 'hono';
import type { AccessEnv } from '../../access/visitor.ts';
import type { Desk } from '../../desk.ts';
import { at } from '../../page/view.ts';
import { type Action, type ActionName, actionOf } from '../actions.ts';
import { approverOnly } from '../approver-only.ts';
import { actionPage } from '../pages/action-page.ts';
import type { Ask, Pages } from '../pages-of.ts';

const path = '/deliveries/:key/:action{approve|replay|reject|link}';

/** What a person decides of one delivery: a page that asks, and what it does. */
export const actionRoutes = (desk: Desk, pages: Pages): Hono<AccessEnv> =>
  new Hono<AccessEnv>()
    .use(path, approverOnly(pages))
    .get(path, async ask => {
      const record = await recordOf(desk, ask);
      const action = actionOf(ask.req.param('action'), record);
      return action ? pages.show(ask, view => actionPage(view, { action, record })) : back(ask, pages, 'already');
    })
    .post(path, async ask => {
      const record = await recordOf(desk, ask);
      const action = actionOf(ask.req.param('action'), record);
      if (!action) return back(ask, pages, 'already');
      const given = await givenIn(ask);
      try {
        await act[action.name](desk, record.key, given);
      } catch (error) {
        return await refused(error, { ask, desk, pages, action, given });
      }
      return back(ask, pages, action.name);
    });

interface Given {
  readonly by: string;
  readonly reason: string;
  readonly ticket: string;
}

async function givenIn(ask: Ask): Promise<Given> {
  const { reason, ticket } = await ask.req.parseBody();
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 1000) : '');
  return { by: ask.get('visitor').name, reason: text(reason), ticket: text(ticket) };
}

const act: Readonly<Record<ActionName, (desk: Desk, key: string, given: Given) => Promise<unknown>>> = {
  approve: (desk, key, { by }) => desk.approve(key, { by }),
  reject: (desk, key, { by, reason }) => desk.reject(key, { by, ...(reason ? { reason } : {}) }),
  link: (desk, key, { by, ticket }) => desk.link(key, { by, ticket }),
  replay: async (desk, key, { by }) => {
    for await (const _ of desk.replay({ key }, { by }));
  },
};

interface Refused {
  readonly ask: Ask;
  readonly desk: Desk;
  readonly pages: Pages;
  readonly action: Action;
  readonly given: Given;
}

/** Somebody was first; or what was asked for cannot be, and the page asks once more. */
async function refused(error: unknown, { ask, desk, pages, action, given }: Refused): Promise<Response> {
  if (!ItsmError.is(error) || error.kind === 'ledger') throw error;
  const record = await recordOf(desk, ask);
  if (!actionOf(action.name, record)) return back(ask, pages, 'already');
  const { message: problem } = error;
  return pages.show(ask, view => actionPage(view, { ...given, action, record, problem }), 409);
}

async function recordOf(desk: Desk, ask: Ask): Promise<DeliveryRecord> {
  const key = ask.req.param('key') ?? '';
  const [record] = await desk.deliveries({ key });
  if (record === undefined) throw new ItsmError('input', `Nothing is on record under ${key}.`);
  return record;
}

const back = (ask: Ask, pages: Pages, said: string): Response =>
  ask.redirect(at(pages.view(ask), `/deliveries/${encodeURIComponent(ask.req.param('key') ?? '')}`, { said }), 303);
