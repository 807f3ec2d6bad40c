import type { DeliveryRecord, Failure, Lanes } from '../contracts.ts';
import { closedBy } from '../lane/closed-by.ts';

/**
 * Records as they are, and of those that nobody has taken up yet what they wait for: a pause or an open breaker of their
 * lane is written into a row only when somebody claims it.
 */
export async function withWhatHolds(
  lanes: Pick<Lanes, 'state'>,
  records: readonly DeliveryRecord[],
): Promise<readonly DeliveryRecord[]> {
  const asked = new Map<string, Promise<Failure | undefined>>();
  const holds = ({ environment, integration }: DeliveryRecord): Promise<Failure | undefined> => {
    const id = JSON.stringify([environment, integration]);
    const known = asked.get(id) ?? lanes.state({ environment, integration }).then(closedBy);
    asked.set(id, known);
    return known;
  };
  return Promise.all(
    records.map(async record => {
      if (record.status !== 'pending' || record.error) return record;
      const error = await holds(record);
      return error ? { ...record, error } : record;
    }),
  );
}
