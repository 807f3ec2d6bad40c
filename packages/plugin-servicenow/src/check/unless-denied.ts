import { isDenied } from '../instance/is-denied.ts';

/** Deliveries need no dictionary: where this user may not read it, that is told and is no failure. */
export async function unlessDenied<Read>(
  reading: Promise<Read>,
  tell: (read: Read) => string | Promise<string>,
): Promise<string> {
  let read: Read;
  try {
    read = await reading;
  } catch (error) {
    if (isDenied(error)) return `Not told: ${error.message}`;
    throw error;
  }
  return await tell(read);
}
