import type { MiddlewareHandler } from 'hono';
import type { Look } from './access.ts';
import { isRead } from './is-read.ts';
import { refuse } from './refuse.ts';
import type { AccessEnv } from './visitor.ts';
import { whyNot } from './why-not.ts';

/** A viewer sees, an approver acts. */
export const requireApprover =
  (look: Look): MiddlewareHandler<AccessEnv> =>
  async (c, next) => {
    const message = isRead(c.req.method) ? undefined : whyNot(c.get('visitor'), c.get('viewOnly'));
    return message === undefined ? next() : refuse(c, look, { status: 403, kind: 'forbidden', message });
  };
