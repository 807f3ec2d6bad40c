import type { Transport } from '../../contracts.ts';
import type { CommonMembers } from '../members/common-members.ts';
import type { Problem } from '../problems/problem.ts';
import type { ReadBesideConfig } from './read-beside.ts';

/** The transport of an integration with its TLS files read; those that could not be read are left out, and named as problems. */
export async function integrationTransport(
  members: CommonMembers,
  integration: string,
  read: ReadBesideConfig,
): Promise<{ readonly transport: Transport; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const text = async (member: 'ca' | 'cert' | 'key') => {
    const name = members.tls[member];
    if (name === undefined) return {};
    const found = await read(name);
    if (found.kind === 'read') return { [member]: found.text };
    problems.push({ path: [integration, 'tls', member], text: found.reason });
    return {};
  };
  const tls = { ...(await text('ca')), ...(await text('cert')), ...(await text('key')) };
  const transport = {
    connectTimeoutMs: members.timeouts.connect,
    readTimeoutMs: members.timeouts.read,
    maxResponseBytes: members.max_response_bytes,
    proxy: members.proxy,
    tls,
  };
  return { transport, problems };
}
