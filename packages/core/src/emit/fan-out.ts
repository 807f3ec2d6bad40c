import type { EventSink } from '../contracts.ts';

/** One sink of many. A sink that fails, now or later, silences neither the others nor the delivery. */
export const fanOut = (sinks: readonly EventSink[], onError: (error: unknown) => void): EventSink => ({
  emit(event) {
    for (const sink of sinks) {
      try {
        // An async function is a sink as well, and its rejection would end the process.
        const later: unknown = sink.emit(event);
        if (later instanceof Promise) later.catch(onError);
      } catch (error) {
        onError(error);
      }
    }
  },
  async close() {
    const closed = await Promise.allSettled(sinks.map(async sink => sink.close?.()));
    for (const end of closed) if (end.status === 'rejected') onError(end.reason);
  },
});
