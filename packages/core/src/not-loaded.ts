import { ItsmError } from './itsm-error.ts';

/**
 * A package that is loaded when it is used for the first time could not be: it may have been exchanged or removed under a
 * running process. Kind `unavailable`, since nothing was sent, and the next process has it again.
 */
export function notLoaded(name: string, cause: unknown): ItsmError {
  const words = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
  const advice = 'Install the packages of itsm-bridge again, and start this process anew.';
  return new ItsmError('unavailable', `Nothing was sent: ${name} could not be loaded (${words}). ${advice}`, { cause });
}
