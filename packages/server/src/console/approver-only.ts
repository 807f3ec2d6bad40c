import type { MiddlewareHandler } from 'hono';
import type { ConsoleEnv } from './console-env.ts';
import type { Pages } from './pages-of.ts';

/** Viewers see, approvers act. */
export const approverOnly =
  (pages: Pages): MiddlewareHandler<ConsoleEnv> =>
  async (ask, next) => {
    const { name, role } = ask.get('visitor');
    if (role === 'approver') return next();
    const message = `${name} is a viewer here. Approvers act.`;
    return pages.problem(ask, { status: 403, title: 'Not allowed', message });
  };
