import type { ItsmErrorKind } from '../itsm-error.ts';

/** A person has rejected it, or is asked to approve it once more: no attempt at the platform, and nothing that failed. */
export const decidedByPeople: readonly ItsmErrorKind[] = ['discarded', 'changed'];
