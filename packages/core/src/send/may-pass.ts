import type { Failure } from '../contracts.ts';
import type { ItsmErrorKind } from '../itsm-error.ts';

const passing: ReadonlySet<ItsmErrorKind> = new Set(['unavailable', 'rate-limited', 'outcome-unknown']);

/**
 * Whether a delivery that has failed so may be sent once the platform is well again. One of unknown outcome has failed only
 * where a look has proved that nothing was taken: an outage that answers 500 is an outage like any other.
 */
export const mayPass = ({ kind }: Pick<Failure, 'kind'>): boolean => passing.has(kind);
