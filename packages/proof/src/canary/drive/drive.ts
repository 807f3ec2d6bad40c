import type { PlatformFailure } from '../platforms/failures.ts';
import type { Site } from '../site.ts';
import { analysisOf } from './analysis-of.ts';
import { type Asked, changesAsked, createsAsked } from './asked.ts';
import { type Desk, type DeskOptions, openDesk } from './open-desk.ts';
import { type Stretch, spoilingOf } from './paths.ts';
import type { Watch } from './watch.ts';
import { workForAMoment } from './work-for-a-moment.ts';

export interface Course extends DeskOptions {
  readonly site: Site;
  /** What fails at the next call, whether it reads or writes. */
  next(writes: boolean): { readonly failure: PlatformFailure; readonly stretch: Stretch };
  met(failure: PlatformFailure): void;
  /** Some calls of each sort instead of all. @default false */
  readonly brief?: boolean;
  /** Only what is asked before there is a token: one that was handed out is kept, and nothing signs in any more. @default false */
  readonly signingIn?: boolean;
  /** Tells the jobs of courses apart. */
  readonly id: string;
}

/** Everything that a host can ask of one integration, while its platform fails; all that comes out is searched. */
export async function drive(course: Course, watch: Watch): Promise<void> {
  const { site, id, readable, brief = false, signingIn = false } = course;
  const { signIn, parrot } = site;
  let during = `${signIn.plugin}, ${signIn.name}`;
  const see = (place: string, value: unknown) => watch.see(place, value, [...site.secrets, ...parrot.heard()], during);
  const desk = await openDesk(site, course);
  const ask = async ({ place, writes, call }: Asked) => {
    // A refused sign-in or a row of failures closes the lane: each call is to reach the platform.
    await desk.itsm.resume(signIn.plugin).catch(() => {});
    const { failure, stretch } = course.next(writes);
    during = `${signIn.plugin}, ${signIn.name}, ${stretch}: ${failure.name}`;
    const before = parrot.spoiled();
    parrot.spoil(spoilingOf(failure, stretch));
    await call(desk.itsm).then(
      value => see(place, value),
      error => see('thrown errors', error),
    );
    parrot.spoil();
    if (parrot.spoiled() > before) course.met(failure);
  };
  try {
    for (const asked of createsAsked(id, signIn.plugin)) if (asked.always || !brief) await ask(asked);
    if (!signingIn) {
      see('deliveries', await desk.itsm.createTickets(analysisOf(`${id}-made`)));
      for (const asked of changesAsked(`${id}-made`)) if (asked.always || !brief) await ask(asked);
    }
    if (!brief)
      await ask({
        ...{ place: 'problems of a worker', writes: true },
        call: itsm => workForAMoment(itsm, { id, onProblem: problem => see('problems of a worker', problem) }),
      });
    await seeWhatIsLeft(desk, see);
  } finally {
    await desk.itsm.close().catch(error => see('thrown errors', error));
    see(readable ? 'the readable log' : 'the log in JSON', desk.log());
  }
}

async function seeWhatIsLeft({ itsm, events }: Desk, see: (place: string, value: unknown) => void): Promise<void> {
  see('lanes', await itsm.lanes());
  see('records', await itsm.deliveries());
  see('events', events);
  see('metrics', await itsm.metrics.metrics());
}
