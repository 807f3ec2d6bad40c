import type { MiddlewareHandler } from 'hono';
import type { AccessEnv } from '../access/visitor.ts';
import type { Pages } from './pages-of.ts';

/** Viewers see, approvers act. */
export const approverOnly =
  (pages: Pages): MiddlewareHandler<AccessEnv> =>
  async (ask, next) => {
    const message = pages.view(ask).whyNot;
    return message === undefined ? next() : pages.problem(ask, { status: 403, title: 'Not allowed', message });
  };
