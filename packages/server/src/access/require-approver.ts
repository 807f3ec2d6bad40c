import type { MiddlewareHandler } from 'hono';
import type { Look } from './access.ts';
import { isRead } from './is-read.ts';
import { refuse } from './refuse.ts';
import type { AccessEnv } from './visitor.ts';

/** A viewer sees, an approver acts. */
export const requireApprover =
  (look: Look): MiddlewareHandler<AccessEnv> =>
  async (c, next) => {
    const { name, role } = c.get('visitor');
    if (isRead(c.req.method) || role === 'approver') return next();
    const message = `You are ${name}, a viewer, and only an approver may do this. Ask for the role, or ask one.`;
    return refuse(c, look, { status: 403, kind: 'forbidden', message });
  };
