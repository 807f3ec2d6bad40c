import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { JiraOptions } from './options.ts';

/** The parameters of a token request: of its form or, where `takesJson` is true, of its JSON. */
export function grantOf({ headers, body, json }: RecordedRequest, takesJson: boolean): JsonObject {
  const type = headers['content-type'] ?? '';
  if (type.includes('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  return takesJson && type.includes('application/json') && isJsonObject(json) ? json : {};
}

/** Whether client id and secret are those of a client of the site. */
export const isClient = ({ oauthClients = [] }: JiraOptions, grant: JsonObject): boolean =>
  oauthClients.some(client => client.clientId === grant.client_id && client.clientSecret === grant.client_secret);
