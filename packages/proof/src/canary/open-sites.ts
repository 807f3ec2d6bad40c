import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ItsmPlugin } from '@itsm-bridge/core';
import { github } from '@itsm-bridge/plugin-github';
import { jira } from '@itsm-bridge/plugin-jira';
import { pagerduty } from '@itsm-bridge/plugin-pagerduty';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { webhook } from '@itsm-bridge/plugin-webhook';
import { startJira, startServiceNow, type TicketSource } from '@itsm-bridge/testkit';
import { behind } from './platforms/behind.ts';
import { githubAnswers } from './platforms/github.ts';
import { pagerdutyAnswers } from './platforms/pagerduty.ts';
import { startParrot, type WellBehaved } from './platforms/parrot.ts';
import { replyJson } from './platforms/reply-json.ts';
import { webhookAnswers } from './platforms/webhook.ts';
import { issueCertificates } from './secrets/issue-certificates.ts';
import { openStores } from './secrets/open-stores.ts';
import type { Planted } from './secrets/planted.ts';
import type { PlantedStore } from './secrets/planted-store.ts';
import { secretPlaces } from './secrets/secret-places.ts';
import { tokenPath } from './sign-ins/by-oauth.ts';
import type { PluginName, SignIn } from './sign-ins/sign-in.ts';
import { signIns } from './sign-ins/sign-ins.ts';
import type { Site } from './site.ts';

export const plugins: Readonly<Record<PluginName, ItsmPlugin>> = { servicenow, jira, pagerduty, github, webhook };

/** No patience: what fails has failed within half a second. */
const hasty = {
  retry: { max_retries: 1, base_seconds: 0.005, retry_after_cap: '5ms', later: [] },
  settle_window: '1ms',
  timeouts: { connect: '150ms', read: '150ms' },
  max_response_bytes: 250_000,
};

export interface Sites extends AsyncDisposable {
  readonly all: readonly Site[];
  readonly folder: string;
  readonly stores: readonly PlantedStore[];
  readonly env: Readonly<Record<string, string>>;
  /** What the simulators hold, for people. */
  readonly tickets: readonly TicketSource[];
}

/** A site for each sign-in, all of them below one folder. */
export async function openSites(): Promise<Sites> {
  const folder = await mkdtemp(join(tmpdir(), 'itsm-canary-'));
  const stores = await openStores();
  const places = secretPlaces(folder, stores.all);
  const providers = places.all.flatMap(({ provider }) => provider ?? []);
  const instance = await startServiceNow({ importSets: { u_canary: { table: 'incident', fields: importFields } } });
  const cloud = await startJira();
  const datacenter = await startJira({ deployment: 'datacenter' });
  const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
  const behaved = ({ plugin, deployment }: SignIn): WellBehaved => {
    if (plugin === 'servicenow') return behind(instance.url, basic('integration_user:sandbox'));
    if (plugin === 'github') return githubAnswers;
    if (plugin === 'pagerduty') return pagerdutyAnswers;
    if (plugin === 'webhook') return webhookAnswers;
    return deployment
      ? behind(datacenter.url, basic('integration:sandbox'))
      : behind(cloud.url, basic('integration@company.com:sandbox'));
  };
  const certificates = await issueCertificates(folder);
  let put = 0;

  const open = async (signIn: SignIn, number: number): Promise<Site> => {
    const planted = Object.entries(signIn.secrets);
    const references = new Map<string, string>();
    for (const [member, secret] of planted) {
      const place = places.all[put++ % places.all.length];
      references.set(member, (await place?.put(secret, `CANARY_${number}_${references.size}`)) ?? '');
    }
    const minted = Object.values(signIn.minted ?? {});
    const key = signIn.certificate ? [certificates.secret] : [];
    const secrets: readonly Planted[] = [...planted.map(([, secret]) => secret), ...minted, ...key];
    const answers = behaved(signIn);
    const parrot = await startParrot(
      (request, response) => (request.path === tokenPath ? mint(signIn, response) : answers(request, response)),
      secrets,
      signIn.certificate && certificates.server,
    );
    const tls = signIn.certificate ? { tls: certificates.files } : {};
    const config = { ...hasty, ...tls, ...signIn.members(parrot.url, member => references.get(member) ?? '') };
    return {
      ...{ signIn, plugin: plugins[signIn.plugin], parrot, config, secrets, folder, providers, env: places.env },
      [Symbol.asyncDispose]: () => parrot[Symbol.asyncDispose](),
    };
  };
  const all: Site[] = [];
  for (const [number, signIn] of signIns.entries()) all.push(await open(signIn, number));
  return {
    all,
    folder,
    stores: stores.all,
    env: places.env,
    tickets: [instance, cloud, datacenter].map(({ tickets }) => tickets),
    async [Symbol.asyncDispose]() {
      await Promise.all(all.map(site => site[Symbol.asyncDispose]()));
      await Promise.all([instance, cloud, datacenter].map(simulator => simulator.close()));
      await stores[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const importFields = {
  u_short_description: 'short_description',
  u_correlation_id: 'correlation_id',
  u_description: 'description',
};

function mint({ minted }: SignIn, response: Parameters<WellBehaved>[1]): void {
  const tokens = Object.fromEntries(Object.entries(minted ?? {}).map(([member, { text }]) => [member, text]));
  replyJson(response, 200, { ...tokens, token_type: 'Bearer', expires_in: 3_600 });
}
