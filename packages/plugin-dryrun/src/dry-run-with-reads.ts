import type { AdapterDecorator, ItsmAdapter } from '@itsm-bridge/core';
import { dryRun } from './dry-run.ts';

type Reads = Pick<ItsmAdapter, 'check'> & Partial<Pick<ItsmAdapter, 'resolve' | 'misfits' | 'fields'>>;

/**
 * A dry run that asks the platform and still sends nothing: for whoever asked to be told what the platform says before an
 * integration goes live (`itsm check --online`). It signs in, so that secrets are needed.
 */
export const dryRunWithReads: AdapterDecorator = {
  needsSecrets: true,
  wrap: inner => ({ ...dryRun.wrap(inner), ...readsOf(inner) }),
};

function readsOf(inner: ItsmAdapter): Reads {
  const { resolve, misfits, fields } = inner;
  return {
    check: call => inner.check(call),
    ...(resolve ? { resolve: (draft, call) => resolve.call(inner, draft, call) } : {}),
    ...(misfits ? { misfits: (draft, call) => misfits.call(inner, draft, call) } : {}),
    ...(fields ? { fields: call => fields.call(inner, call) } : {}),
  };
}
