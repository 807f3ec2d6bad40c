import { analysisOf } from '../drive/analysis-of.ts';
import { openDesk } from '../drive/open-desk.ts';
import { spoilingOf } from '../drive/paths.ts';
import { platformFailures } from '../platforms/failures.ts';
import { type OtherPath, seen } from '../world.ts';
import { chosenSites } from './chosen-sites.ts';

/** The lane keeps the platform's words, and says them of everything that waits. */
export const heldBack: OtherPath = {
  name: 'a lane that is closed: a breaker after 401 and after 500, a pause, the limit of an hour, retries used up',
  async go(world, see) {
    for (const site of chosenSites(world)) {
      for (const name of ['401', '500']) {
        const failure = platformFailures.find(each => each.name === name);
        if (!failure) continue;
        const desk = await openDesk(site, { readable: name === '401', members: { limits: { tickets_per_hour: 6 } } });
        site.parrot.spoil(spoilingOf(failure, 'every request'));
        for (let job = 0; job < 6; job++)
          await seen(see, 'deliveries', () => desk.itsm.createTickets(analysisOf(`held-${job}`)));
        await seen(see, 'lanes', () => desk.itsm.lanes());
        await seen(see, 'records', () => desk.itsm.deliveries());
        site.parrot.spoil();
        await desk.itsm.pause(site.signIn.plugin, 'canary');
        await seen(see, 'deliveries', () => desk.itsm.createTickets(analysisOf('paused')));
        await desk.itsm.close();
        see('events', desk.events);
        see(name === '401' ? 'the readable log' : 'the log in JSON', desk.log());
      }
    }
  },
};
