import { deliveryColumns } from './delivery-columns.ts';

/** Of a row of the list, with the time that tells its place as exactly as PostgreSQL has it. */
export const searchColumns = `${deliveryColumns('d')}, (extract(epoch from created_at) * 1000000)::bigint as created_at_micros`;

export const newestFirst = 'order by created_at desc, key desc';
