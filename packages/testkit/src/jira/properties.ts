import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import { emptyReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';

/** `[{ key, value }]` of a create or an edit, as one object; undefined where a key or a value breaks the limits. */
export function readProperties(sent: unknown): JsonObject | undefined {
  if (sent === undefined) return {};
  if (!Array.isArray(sent)) return undefined;
  const entries: [string, unknown][] = [];
  for (const property of sent) {
    if (!isJsonObject(property) || typeof property.key !== 'string') return undefined;
    if (!fits(property.key, property.value)) return undefined;
    entries.push([property.key, property.value]);
  }
  return Object.fromEntries(entries);
}

/** A key has at most 255 characters, a value at most 32,768 as JSON. */
const fits = (key: string, value: unknown): boolean =>
  key.length > 0 && key.length <= 255 && value !== undefined && JSON.stringify(value).length <= 32_768;

export const propertyRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/issue/:issue/properties', answer: list },
  { method: 'GET', pattern: '/rest/api/:version/issue/:issue/properties/:key', answer: read },
  { method: 'PUT', pattern: '/rest/api/:version/issue/:issue/properties/:key', answer: write },
];

function list(call: Call, { store, access, url, version }: Context): Reply {
  const issue = access === 'granted' ? store.find(call.params.issue ?? '') : undefined;
  if (!issue) return failures.noIssue();
  const self = (key: string): string => `${url}/rest/api/${version}/issue/${issue.id}/properties/${key}`;
  return jsonReply(200, { keys: Object.keys(issue.properties).map(key => ({ self: self(key), key })) });
}

function read(call: Call, { store, access }: Context): Reply {
  const issue = access === 'granted' ? store.find(call.params.issue ?? '') : undefined;
  if (!issue) return failures.noIssue();
  const key = call.params.key ?? '';
  if (!Object.hasOwn(issue.properties, key)) return failures.noProperty(key);
  return jsonReply(200, { key, value: issue.properties[key] });
}

function write(call: Call, { store, access }: Context): Reply {
  if (access !== 'granted') return failures.notAuthenticated();
  const issue = store.find(call.params.issue ?? '');
  if (!issue) return failures.noIssue();
  if (call.json === undefined) return failures.unreadable();
  const key = call.params.key ?? '';
  if (!fits(key, call.json)) return failure(400, ['The property key or value is too long.']);
  store.put({ ...issue, properties: { ...issue.properties, [key]: call.json } });
  return emptyReply(Object.hasOwn(issue.properties, key) ? 200 : 201);
}
