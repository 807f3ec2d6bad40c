import type { Visitor } from './visitor.ts';

/** Why this visitor must not act, with what to do; undefined: may. */
export function whyNot({ name, role }: Visitor, viewOnly = false): string | undefined {
  // Asking for a role leads nowhere there: nobody has another one.
  if (viewOnly) return 'This server only shows (--view-only). Act on another one, or with the command.';
  if (role === 'approver') return undefined;
  return `You are ${name}, a viewer, and only an approver may do this. Ask for the role, or ask one.`;
}
