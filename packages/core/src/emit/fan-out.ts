import type { EventSink } from '../contracts.ts';

/** One sink of many. A sink that throws silences neither the others nor the delivery. */
export const fanOut = (sinks: readonly EventSink[], onError: (error: unknown) => void): EventSink => ({
  emit(event) {
    for (const sink of sinks) {
      try {
        sink.emit(event);
      } catch (error) {
        onError(error);
      }
    }
  },
  async close() {
    await Promise.all(sinks.map(sink => sink.close?.()));
  },
});
