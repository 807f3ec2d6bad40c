/** What somebody may wait for: new events, or work in the lane of that name. */
export type Topic = 'events' | `queue ${string}`;

/** Wakes whoever waits. An ear: a ring may come for nothing, and one that is missed costs the time of the wait. */
export interface News {
  /** Told within this process, by whoever made the news. */
  ring(topic: Topic): void;
  /** Until the next ring, `ms` at the most; the signal ends it too. */
  wait(topic: Topic, ms: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * The PostgreSQL channel on which the processes of one schema tell each other. Work has one of its own: there are more
 * events than anything else, and many workers that all heard of each would do little else.
 */
export const channelOf = (schema: string, topic: Topic = 'events'): string =>
  `itsm_${topic === 'events' ? 'news' : 'work'}_${schema}`;
