import type { MiddlewareHandler } from 'hono';
import type { AccessEnv } from '../access/visitor.ts';
import type { Pages } from './pages-of.ts';

/** Viewers see, approvers act. */
export const approverOnly =
  (pages: Pages): MiddlewareHandler<AccessEnv> =>
  async (ask, next) => {
    const { name, role } = ask.get('visitor');
    if (role === 'approver') return next();
    const message = `${name} is a viewer here. Approvers act.`;
    return pages.problem(ask, { status: 403, title: 'Not allowed', message });
  };
