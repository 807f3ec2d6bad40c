import { Hono } from 'hono';
import type { AccessEnv } from '../../access/visitor.ts';
import type { Desk } from '../../desk.ts';
import { at } from '../../page/view.ts';
import { approverOnly } from '../approver-only.ts';
import { decideAll, decidedBefore } from '../decide-all.ts';
import { pageAfter } from '../page-after.ts';
import { type DecisionName, decidePage } from '../pages/decide-page.ts';
import { decidedPage } from '../pages/decided-page.ts';
import { reviewPage } from '../pages/review-page.ts';
import type { Ask, Pages } from '../pages-of.ts';

/** Each is a whole ticket: a report makes 100 KB of page. */
const pageSize = 10;
/** Of each the whole story is read, for what was sent. */
const unresolvedSize = 10;
/** In one form: each is a request to a platform. */
const most = 50;
const path = '/review/:decision{approve|reject}';

/** What waits for a person, and what a person decides of it, one or many at a time. */
export const reviewRoutes = (desk: Desk, pages: Pages): Hono<AccessEnv> =>
  new Hono<AccessEnv>()
    .get('/review', async ask => {
      const events = await pages.stream(pages.view(ask));
      const { list, after } = await pageAfter(ask.req.query('after'), place =>
        desk.rehearsals({ limit: pageSize, ...place }),
      );
      const stuck = after ? { records: [] } : await desk.search({ statuses: ['needs_review'], limit: unresolvedSize });
      const unresolved = await Promise.all(stuck.records.map(({ key }) => desk.delivery(key)));
      const hasMore = 'next' in stuck && stuck.next !== undefined;
      const { records: dryRuns, next } = list;
      return pages.show(ask, view => reviewPage(view, { dryRuns, next, after, unresolved, hasMore, events }));
    })
    .get('/review/:id{[0-9]+}', async ask => {
      const dryRun = await desk.rehearsal(BigInt(ask.req.param('id')));
      const events = await pages.stream(pages.view(ask), { job: dryRun.jobId });
      const only = { dryRuns: [dryRun], after: '', unresolved: [], hasMore: false, events };
      return pages.show(ask, view => reviewPage(view, only));
    })
    .use(path, approverOnly(pages))
    .get(path, async ask => {
      const dryRuns = await chosen(desk, new URL(ask.req.url).searchParams.getAll('id'));
      if (dryRuns.length === 0) return nothingChosen(ask, pages);
      const open = dryRuns.filter(({ decision }) => decision === undefined);
      // Somebody was first: it says who.
      if (open.length === 0) {
        const decided = dryRuns.flatMap(each => (each.decision ? [decidedBefore(each, each.decision)] : []));
        return pages.show(ask, view => decidedPage(view, decided));
      }
      return pages.show(ask, view => decidePage(view, ask.req.param('decision') as DecisionName, open));
    })
    .post(path, async ask => {
      const { id, reason } = await ask.req.parseBody({ all: true });
      const ids = (Array.isArray(id) ? id : [id]).filter(each => typeof each === 'string');
      const dryRuns = await chosen(desk, ids);
      if (dryRuns.length === 0) return nothingChosen(ask, pages);
      const decided = await decideAll(desk, dryRuns, {
        name: ask.req.param('decision') as DecisionName,
        by: ask.get('visitor').name,
        reason: typeof reason === 'string' ? reason.trim().slice(0, 1000) : '',
      });
      const [first] = decided;
      if (decided.length === 1 && first?.kind === 'approval' && first.approval.kind === 'delivered') {
        const delivery = `/deliveries/${encodeURIComponent(first.dryRun.key)}`;
        return ask.redirect(at(pages.view(ask), delivery, { said: 'approve' }), 303);
      }
      return pages.show(ask, view => decidedPage(view, decided));
    });

const chosen = (desk: Desk, ids: readonly string[]) =>
  Promise.all(
    [...new Set(ids)]
      .filter(id => /^\d{1,18}$/.test(id))
      .slice(0, most)
      .map(id => desk.rehearsal(BigInt(id))),
  );

const nothingChosen = (ask: Ask, pages: Pages): Promise<Response> =>
  pages.problem(ask, {
    ...{ status: 400, title: 'Nothing is chosen', message: 'Choose what is to be decided, then decide it.' },
    back: at(pages.view(ask), '/review'),
  });
