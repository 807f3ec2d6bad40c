import type { AdapterDecorator } from '@itsm-bridge/core';

/**
 * `"dry_run": true`: everything but the sending. Rendering, mapping, limits and payload are the wrapped adapter's own;
 * nothing opens a socket, so that no credentials are needed.
 *
 * Lists every member: a spread would let a network method that is added later slip through. Left out are those that only
 * ask the platform: without `resolve` names stay names, without `read` an earlier ticket counts as open, `misfits` and
 * `fields` would show a platform that nobody has signed in to, `locate` is a link that is made live, and `findChange` has nothing to settle, since no change is
 * sent that could leave a doubt.
 */
export const dryRun: AdapterDecorator = {
  needsSecrets: false,
  wrap: inner => ({
    writes: false,
    unresolved: draft => inner.unresolved?.(draft) ?? [],
    prepare: draft => inner.prepare(draft),
    describe: payload => inner.describe(payload),
    create: async payload => ({ kind: 'dry-run', payload, warnings: [] }),
    find: async () => ({ kind: 'absent', conclusive: true }),
    followUps: draft => inner.followUps?.(draft) ?? [],
    update: async ticket => ({ ticket, warnings: [] }),
    async *check() {
      yield { step: 'dry run', ok: true, detail: 'Nothing is sent, so nothing is asked of the platform.' };
    },
    close: async () => inner.close?.(),
  }),
};
