import type { Wants } from './chunk-after.ts';
import type { EventPages } from './event-pages.ts';
import { beatFrame, idFrame } from './frame.ts';
import type { RecentFrames } from './recent-frames.ts';

export interface ClientOptions {
  /** What it has had. @default what has happened so far */
  readonly after?: bigint;
  /** @default every event */
  readonly wants?: Wants;
  /** Closes its connection at once, where that can be done: what is on its way to a slow client is given up. */
  readonly cut?: () => void;
  /** Asked at each heartbeat; who may stay no longer is ended. @default always */
  readonly mayStay?: () => boolean;
}

/** What the clients of a process share. */
export interface Sources {
  readonly recent: RecentFrames;
  readonly pages: EventPages;
  readonly greeting: Uint8Array;
  /** How much may go past a client that takes nothing. */
  readonly backlogBytes: number;
}

/** One connection. It holds a place in the log and no events. */
export interface EventClient {
  /** There is something new. */
  wake(): void;
  beat(): void;
  /** In good order, as at the end of a process. */
  end(): void;
  fail(error: unknown): void;
}

/** Of heartbeats that a client did not take, after which it is cut; sooner where more went past it than it may. */
const missedBeats = 3;

/** @param onGone called once, however it ended */
export function eventClient(
  controller: ReadableStreamDefaultController<Uint8Array>,
  { recent, pages, greeting, backlogBytes }: Sources,
  { after, wants, cut, mayStay = () => true }: ClientOptions,
  onGone: () => void,
): EventClient & { pull(): void; gone(): void } {
  let cursor = after ?? recent.head;
  /** The id that it would come back with. */
  let told = after;
  /** Somebody reads: bytes that are given now leave now. */
  let asked = false;
  let greeted = false;
  let reading = false;
  let over = false;
  let missed = 0;
  let passedBefore = recent.passedBytes;

  const give = (bytes: Uint8Array) => {
    asked = false;
    passedBefore = recent.passedBytes;
    controller.enqueue(bytes);
  };
  const finish = (how: () => void) => {
    if (over) return;
    over = true;
    how();
    onGone();
  };
  const fail = (error: unknown) => finish(() => controller.error(error));
  const tellPlace = () => {
    if (cursor === undefined || told === cursor) return false;
    told = cursor;
    give(idFrame(cursor));
    return true;
  };

  const advance = () => {
    if (!asked || over || reading || recent.floor === undefined || recent.head === undefined) return;
    cursor ??= recent.head;
    if (cursor < recent.floor) {
      void readOn(cursor, recent.floor).catch(fail);
      return;
    }
    const chunk = recent.chunk(cursor, wants);
    cursor = chunk.cursor;
    if (chunk.bytes) {
      told = chunk.told;
      give(chunk.bytes);
    } else if (told === undefined) tellPlace();
  };
  /** The rest of `advance`, for a client whose next events are in the log alone. */
  const readOn = async (from: bigint, floor: bigint) => {
    reading = true;
    const page = await pages.after(from).finally(() => {
      reading = false;
    });
    // A heartbeat may have gone out meanwhile: the next pull finds the page where it was left.
    if (over || !asked) return;
    const chunk = page.chunk(from, wants);
    // What is not in the log any more by now, up to the floor, was removed for its age.
    cursor = page.empty ? floor : chunk.cursor;
    if (chunk.bytes) {
      told = chunk.told;
      give(chunk.bytes);
    } else advance();
  };

  return {
    wake: advance,
    pull() {
      asked = true;
      missed = 0;
      if (greeted) return advance();
      greeted = true;
      give(greeting);
    },
    beat() {
      if (over) return;
      if (!mayStay()) return finish(() => controller.close());
      if (asked) {
        if (!tellPlace()) give(beatFrame);
        return;
      }
      missed += 1;
      const tooMuch = missed > 1 && recent.passedBytes - passedBefore > backlogBytes;
      if (missed < missedBeats && !tooMuch) return;
      if (cut) finish(cut);
      else fail(new Error('The client takes nothing.'));
    },
    end: () => finish(() => controller.close()),
    fail,
    gone: () => finish(() => {}),
  };
}
