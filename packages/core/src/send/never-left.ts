import type { Failure } from '../contracts.ts';
import type { ItsmErrorKind } from '../itsm-error.ts';

const ours: ReadonlySet<ItsmErrorKind> = new Set(['cancelled', 'held']);

/** Whether our own side ended it, before a byte left: it counts as no send. */
export const neverLeft = ({ kind }: Pick<Failure, 'kind'>): boolean => ours.has(kind);
