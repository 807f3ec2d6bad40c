import type { Told } from '../fields/told.ts';

/** Deliveries need no dictionary: where this user may not read it, that is told and is no failure. */
export async function unlessDenied<Read>(
  reading: Promise<Told<Read>>,
  tell: (read: Read) => string | Promise<string>,
): Promise<string> {
  const read = await reading;
  return read.kind === 'denied' ? `Not told: ${read.error.message}` : await tell(read.value);
}
