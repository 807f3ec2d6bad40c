import { z } from 'zod';
import type { CommonMembers } from '../members/common-members.ts';
import type { Problem } from '../problems/problem.ts';

const byCertificate = z.object({ auth: z.object({ type: z.literal('certificate') }) });

/**
 * A client certificate is two files. `auth` is the plugin's member and `tls` is ours: only where both are known can it be
 * told that one misses the other.
 *
 * @returns its path is that in the integration
 */
export function certificateProblem(settings: unknown, { tls }: Pick<CommonMembers, 'tls'>): Problem | undefined {
  const missing = (['cert', 'key'] as const).filter(member => tls[member] === undefined);
  if (missing.length === 0) return undefined;
  const names = missing.map(member => `tls.${member}`).join(' and ');
  if (byCertificate.safeParse(settings).success) {
    const are = missing.length === 1 ? 'is' : 'are';
    const text = `signs in by a client certificate, and ${names} ${are} missing; name the files beside the config`;
    return { path: ['auth'], text };
  }
  if (missing.length === 2) return undefined;
  const given = tls.cert === undefined ? 'key' : 'cert';
  const text = `is half of a client certificate, and ${names} is missing; name both files, or neither`;
  return { path: ['tls', given], text };
}
