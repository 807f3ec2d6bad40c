import { createMemoryLedger, systemClock } from '@itsm-bridge/core';
import { driveSmall } from './drive/drive-small.ts';
import { createWatch } from './drive/watch.ts';
import { openSites } from './open-sites.ts';

process.on('warning', w => console.error('WARNING', w));
const watch = createWatch();
await using sites = await openSites();
const cpu = process.cpuUsage();
const t = Date.now();
const ledger = { ...createMemoryLedger({ clock: systemClock }), close: async () => {} };
const met = await driveSmall(sites.all, watch, ledger);
const c = process.cpuUsage(cpu);
console.log(met);
console.log(Date.now() - t, 'ms', (c.user + c.system) / 1e6, 'cpu s');
console.log(watch.searched);
const groups = new Map<string, { n: number; first: string }>();
for (const l of watch.leaks) {
  const k = `${l.secret} | ${l.form} | ${l.place}`;
  const g = groups.get(k) ?? { n: 0, first: `${l.during} :: ${l.around}` };
  g.n++;
  groups.set(k, g);
}
console.log(watch.leaks.length, 'leaks');
for (const [k, g] of groups) console.log(g.n, k, '\n     ', g.first.slice(0, 500));
