import type { DeliveryPage, DeliveryRecord, DeliverySearch } from '../../contracts.ts';
import { type PlaceInList, placeInList } from '../place-in-list.ts';
import type { DeliveryRow } from './delivery-row.ts';

export function searchRows(rows: Iterable<DeliveryRow>, query: DeliverySearch): DeliveryPage {
  const { limit, after } = query;
  const from = after === undefined ? undefined : placeInList.read(after);
  const found = [...rows]
    .map(({ record }) => record)
    .filter(record => isAskedFor(record, query) && (from === undefined || isBehind(placeOf(record), from)))
    .sort((a, b) => (isBehind(placeOf(a), placeOf(b)) ? 1 : -1));
  const records = found.slice(0, limit);
  const last = records.at(-1);
  return { records, ...(last && found.length > limit ? { next: placeInList.write(placeOf(last)) } : {}) };
}

const placeOf = ({ createdAt, key }: DeliveryRecord): PlaceInList => ({
  createdAt: BigInt(createdAt.getTime()) * 1000n,
  key,
});

/** Newest first. */
const isBehind = (place: PlaceInList, from: PlaceInList): boolean =>
  place.createdAt < from.createdAt || (place.createdAt === from.createdAt && place.key < from.key);

function isAskedFor(record: DeliveryRecord, query: DeliverySearch): boolean {
  const { environment, text = '', statuses = [], integrations = [], severities = [], since } = query;
  const { key, jobId, title = '', ticket } = record;
  const part = text.toLowerCase();
  return (
    record.environment === environment &&
    isOneOf(statuses, record.status) &&
    isOneOf(integrations, record.integration) &&
    isOneOf(severities, record.severity) &&
    (since === undefined || record.createdAt >= since) &&
    [jobId, title, ticket?.key ?? '', key].some(each => each.toLowerCase().includes(part))
  );
}

const isOneOf = <Value>(wanted: readonly Value[], value: Value): boolean =>
  wanted.length === 0 || wanted.includes(value);
