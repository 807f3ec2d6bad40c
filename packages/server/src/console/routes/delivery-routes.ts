import { Hono } from 'hono';
import type { AccessEnv } from '../../access/visitor.ts';
import type { Desk } from '../../desk.ts';
import { filterSearch, readFilters } from '../filters.ts';
import { pageAfter } from '../page-after.ts';
import { auditPage } from '../pages/audit-page.ts';
import { deliveriesPage } from '../pages/deliveries-page.ts';
import { deliveryPage } from '../pages/delivery-page.ts';
import type { Pages } from '../pages-of.ts';
import { saidOf } from '../said.ts';

const pageSize = 50;

/** What there is to see: the list, one delivery, who did what. */
export const deliveryRoutes = (desk: Desk, pages: Pages): Hono<AccessEnv> =>
  new Hono<AccessEnv>()
    .get('/', async ask => {
      const filters = readFilters(new URL(ask.req.url).searchParams);
      const events = await pages.stream(pages.view(ask));
      const search = filterSearch(filters, pageSize);
      const { list, after } = await pageAfter(filters.after, place => desk.search({ ...search, ...place }));
      const integrations = [...new Set([...desk.integrations, ...filters.integrations])];
      const data = { ...list, filters: { ...filters, after }, integrations, events };
      return pages.show(ask, view => deliveriesPage(view, data));
    })
    .get('/deliveries/:key', async ask => {
      const detail = await desk.delivery(ask.req.param('key'));
      const stream = await pages.stream(pages.view(ask), { job: detail.record.jobId });
      return pages.show(ask, view => deliveryPage(view, { ...detail, stream, said: saidOf(ask.req.query('said')) }));
    })
    .get('/audit', async ask => {
      const { list, after } = await pageAfter(ask.req.query('after'), place =>
        desk.audit({ limit: pageSize, ...place }),
      );
      return pages.show(ask, view => auditPage(view, { ...list, after }));
    });
