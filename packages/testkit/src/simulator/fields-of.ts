import { isJsonObject } from './is-json-object.ts';
import type { RecordedRequest } from './recorded-request.ts';

/**
 * What a JSON body sets, as the columns of a row; nothing where it is no object. The values are as they were sent: judge
 * those that the platform judges.
 */
export const fieldsOf = <Row extends object>({ json }: Pick<RecordedRequest, 'json'>): Partial<Row> =>
  isJsonObject(json) ? (json as Partial<Row>) : {};
