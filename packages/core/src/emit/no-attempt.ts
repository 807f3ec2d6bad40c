import type { ItsmErrorKind } from '../itsm-error.ts';

/** What a person rejects, or is asked to approve again, is no attempt at the platform. */
export const noAttempt: ReadonlySet<ItsmErrorKind> = new Set(['discarded', 'changed']);
