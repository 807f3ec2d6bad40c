import { createItsm } from '@itsm-bridge/core';
import { setEnvironment } from '@itsm-bridge/test-stores';
import { analysisOf } from '../drive/analysis-of.ts';
import { openDesk } from '../drive/open-desk.ts';
import { spoilingOf } from '../drive/paths.ts';
import { platformFailures } from '../platforms/failures.ts';
import type { Planted } from '../secrets/planted.ts';
import type { PlantedStore, StoreRefusal } from '../secrets/planted-store.ts';
import { written } from '../secrets/written.ts';
import type { Site } from '../site.ts';
import { type OtherPath, seen } from '../world.ts';

type See = (place: string, value: unknown) => void;

const refusals: readonly StoreRefusal[] = ['denied', 'throttled', 'ill', 'stranger'];
/** A message says so many characters of a store's words. */
const mostSaid = 450;

/** Secrets in every form, in sentences that are short enough to be repeated. */
function sentences(secrets: readonly Planted[]): readonly string[] {
  const said: string[] = [];
  for (const form of secrets.flatMap(({ text }) => written(text))) {
    const last = said.at(-1);
    if (last === undefined || last.length + form.length > mostSaid) said.push(`Refused ${form}`);
    else said[said.length - 1] = `${last} ${form}`;
  }
  return said;
}

/** Every refusal at once: each integration signs in with a secret that is not to be had, for a reason of its own. */
async function atStart(store: PlantedStore, site: Site, see: See): Promise<void> {
  const names = sentences(store.signIn).map((said, n) => {
    const refusal = refusals[n % refusals.length] ?? 'denied';
    store.refuse(`${refusal}-${n}`, refusal, said);
    return `${refusal}-${n}`;
  });
  store.put('empty', '');
  const config = Object.fromEntries(
    [...names, 'missing', 'empty'].map(name => [
      name,
      { plugin: site.signIn.plugin, ...site.config, api_token: store.refer(name) },
    ]),
  );
  await refusedBy(store, site, { config, see });
}

/** No store where the environment leads. */
async function whileAway(store: PlantedStore, site: Site, see: See): Promise<void> {
  const putBack = setEnvironment(store.away);
  const config = { [site.signIn.plugin]: { ...site.config, api_token: store.refer('any') } };
  await refusedBy(store, site, { config, see }).finally(putBack);
}

async function refusedBy(
  store: PlantedStore,
  { plugin, folder }: Site,
  { config, see }: { readonly config: object; readonly see: See },
): Promise<void> {
  const options = {
    config: { file: `${folder}/itsm_config.json`, value: config },
    ...{ plugins: [plugin], env: {}, secretProviders: [store.provider()] },
  };
  await seen(see, 'checks', async () => {
    const itsm = await createItsm(options);
    await itsm.close();
    throw new TypeError(`${store.name} was to refuse.`);
  });
}

/** What was read at the start is refused by the platform, and the store says it instead of giving a newer one. */
async function readAgain(store: PlantedStore, site: Site, see: See): Promise<void> {
  const [, name = ''] =
    new RegExp(`\\$\\{${store.scheme}:(?:canary/)?([^#}]+)`).exec(JSON.stringify(site.config)) ?? [];
  const refused = platformFailures.find(failure => failure.name === '401');
  for (const readable of [true, false]) {
    const desk = await openDesk(site, { readable });
    site.parrot.spoil(refused && spoilingOf(refused, 'every request'));
    for (const [n, said] of sentences([...site.secrets, ...store.signIn]).entries()) {
      store.refuse(name, refusals[n % refusals.length] ?? 'denied', said);
      await desk.itsm.resume(site.signIn.plugin).catch(() => {});
      await seen(see, 'deliveries', () => desk.itsm.createTickets(analysisOf(`rotated-${n}`)));
    }
    site.parrot.spoil();
    await desk.itsm.close();
    const log = desk.log();
    if (!log.includes('Refused')) throw new Error(`The log was to have the words of ${store.name}:\n${log}`);
    see(readable ? 'the readable log' : 'the log in JSON', log);
    for (const secret of site.secrets) store.put(name, secret.text);
  }
}

export const storeFailures: OtherPath = {
  name: 'a store of secrets that denies, lacks, throttles, is ill or away, at the start and later, and quotes what it knows',
  async go({ sites }, see) {
    const site = sites.all.find(({ signIn }) => signIn.plugin === 'jira' && signIn.name === 'flat');
    for (const store of sites.stores) {
      const kept = sites.all.find(
        ({ signIn, secrets, config }) =>
          !signIn.minted && secrets.length === 1 && JSON.stringify(config).includes(`\${${store.scheme}:`),
      );
      if (!site || !kept) throw new TypeError(`${store.name} keeps no secret of its own.`);
      await atStart(store, site, see);
      await readAgain(store, kept, see);
      await whileAway(store, site, see);
    }
  },
};
