import { createPostgresLedger } from '@itsm-bridge/postgres';
import { createWatch } from './drive/watch.ts';
import { openSites } from './open-sites.ts';
import { openLedgerHouse } from './database/open-ledger-house.ts';
const wanted = process.argv[2] ?? '.';
process.on('warning', w => console.error('WARNING', w));
process.on('unhandledRejection', e => console.error('UNHANDLED', e));
const watch = createWatch();
await using sites = await openSites();
await using house = await openLedgerHouse();
const ledger = await createPostgresLedger({ url: house.url });
const { proxySecret } = await import('./others/transport-failures.ts');
const secrets = [...sites.all.flatMap(s => s.secrets), house.secret, proxySecret];
const mods = ['config-failures', 'ledger-failures', 'transport-failures', 'held-back', 'foreign-errors', 'command', 'crash', 'sandbox-page'];
for (const m of mods) {
  if (!new RegExp(wanted).test(m)) continue;
  const mod = await import(`./others/${m}.ts`).catch(e => (console.log(m, e.message), {}));
  for (const path of Object.values(mod) as any[]) {
    if (typeof path?.go !== 'function') continue;
    const cpu = process.cpuUsage(); const t = Date.now();
    await path.go({ sites, house, ledger, watch, secrets }, (place: string, value: unknown) => watch.see(place, value, secrets, path.name)).catch((e: unknown) => console.log('FAILED', path.name, e));
    const c = process.cpuUsage(cpu);
    console.log(path.name, Date.now() - t, 'ms', (c.user + c.system) / 1e6);
  }
}
await ledger.close();
console.log(watch.searched);
const groups = new Map<string, { n: number; first: string }>();
for (const l of watch.leaks) {
  const k = `${l.secret} | ${l.form} | ${l.place} | ${l.around.slice(0, 260)}`;
  const g = groups.get(k) ?? { n: 0, first: `${l.during} :: ${l.around}` };
  g.n++;
  groups.set(k, g);
}
console.log(watch.leaks.length, 'leaks');
for (const [k, g] of groups) console.log(g.n, k, '\n     ', g.first.slice(0, 500));
