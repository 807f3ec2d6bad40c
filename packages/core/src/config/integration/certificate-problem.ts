import { z } from 'zod';
import type { CommonMembers } from '../members/common-members.ts';

const byCertificate = z.object({ auth: z.object({ type: z.literal('certificate') }) });

/** `auth` is the plugin's member and `tls` is ours: only where both are known can it be told that one misses the other. */
export function certificateProblem(settings: unknown, { tls }: Pick<CommonMembers, 'tls'>): string | undefined {
  if (!byCertificate.safeParse(settings).success) return undefined;
  const missing = (['cert', 'key'] as const).filter(member => tls[member] === undefined).map(name => `tls.${name}`);
  if (missing.length === 0) return undefined;
  const are = missing.length === 1 ? 'is' : 'are';
  return `signs in by a client certificate, and ${missing.join(' and ')} ${are} missing; name the files beside the config`;
}
