import type { Connected, LiveTwin } from '../connected.ts';

/** Connected once, by whoever needs it first. */
export function liveTwin(connect: () => Promise<Connected>): LiveTwin {
  let connecting: Promise<Connected> | undefined;
  return {
    connect() {
      connecting ??= connect().catch(error => {
        connecting = undefined;
        throw error;
      });
      return connecting;
    },
    async close() {
      const live = await connecting?.catch(() => undefined);
      await live?.adapter.close?.();
    },
  };
}
