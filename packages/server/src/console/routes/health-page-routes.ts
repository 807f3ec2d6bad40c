import { ItsmError } from '@itsm-bridge/core';
import { Hono } from 'hono';
import type { AccessEnv } from '../../access/visitor.ts';
import type { Desk } from '../../desk.ts';
import { at } from '../../page/view.ts';
import { approverOnly } from '../approver-only.ts';
import { healthPage } from '../pages/health-page.ts';
import { lanePage } from '../pages/lane-page.ts';
import type { Pages } from '../pages-of.ts';
import { saidOf } from '../said.ts';

const path = '/health/:integration/:action{pause|resume}';

/** How each integration does, and holding it back. */
export const healthPageRoutes = (desk: Desk, pages: Pages): Hono<AccessEnv> =>
  new Hono<AccessEnv>()
    .get('/health', async ask => {
      const events = await pages.stream(pages.view(ask));
      const [lanes, activity] = await Promise.all([desk.lanes(), desk.activity()]);
      const said = saidOf(ask.req.query('said'));
      return pages.show(ask, view => healthPage(view, { lanes, activity, events, said }));
    })
    .use(path, approverOnly(pages))
    .get(path, async ask => {
      const { integration, action } = ask.req.param();
      const lane = await laneOf(desk, integration);
      return pages.show(ask, view => lanePage(view, lane, action === 'pause' ? 'pause' : 'resume'));
    })
    .post(path, async ask => {
      const { integration, action } = ask.req.param();
      await laneOf(desk, integration);
      const by = ask.get('visitor').name;
      await (action === 'pause' ? desk.pause(integration, by) : desk.resume(integration, by));
      return ask.redirect(at(pages.view(ask), '/health', { said: action }), 303);
    });

async function laneOf(desk: Desk, name: string) {
  const lane = (await desk.lanes()).find(({ integration }) => integration === name);
  if (!lane) throw new ItsmError('input', 'There is no such integration, or it is disabled.');
  return lane;
}
