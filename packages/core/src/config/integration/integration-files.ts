import type { ItsmPlugin, TemplateSource, Transport } from '../../contracts.ts';
import type { CommonMembers } from '../members/common-members.ts';
import type { Use } from '../parse-part.ts';
import type { Problem } from '../problems/problem.ts';
import { integrationTemplate } from './integration-template.ts';
import { integrationTransport } from './integration-transport.ts';
import type { ReadBesideConfig } from './read-beside.ts';

export interface IntegrationFiles {
  readonly template: TemplateSource | undefined;
  readonly transport: Transport;
  readonly problems: readonly Problem[];
}

/** Reads what an integration names. A disabled one reads nothing; a preview does without TLS files that are not there. */
export async function integrationFiles(
  members: CommonMembers,
  integration: { readonly name: string; readonly plugin: ItsmPlugin; readonly use: Use },
  read: ReadBesideConfig,
): Promise<IntegrationFiles> {
  const { name, plugin, use } = integration;
  const { transport, problems } = await integrationTransport(
    use === 'off' ? { ...members, tls: {} } : members,
    name,
    read,
  );
  const wanted = use === 'off' ? undefined : members.template;
  const { template, ...rest } =
    wanted === undefined ? { problems: [] } : await integrationTemplate(wanted, plugin, name, read);
  return { template, transport, problems: [...(use === 'live' ? problems : []), ...rest.problems] };
}
