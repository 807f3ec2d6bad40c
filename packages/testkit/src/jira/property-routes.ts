import { emptyReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import type { StoredIssue } from './issue-store.ts';
import { fits } from './read-properties.ts';
import { readIssue, writeIssue } from './with-issue.ts';

const all = '/rest/api/:version/issue/:issue/properties';
const one = `${all}/:key`;

export const propertyRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: all, answer: readIssue(list) },
  { method: 'GET', pattern: one, answer: readIssue(read) },
  { method: 'PUT', pattern: one, answer: writeIssue(write) },
  { method: 'DELETE', pattern: one, answer: writeIssue(remove) },
];

function list(issue: StoredIssue, { url, version }: Context): Reply {
  const self = (key: string): string => `${url}/rest/api/${version}/issue/${issue.id}/properties/${key}`;
  return jsonReply(200, { keys: Object.keys(issue.properties).map(key => ({ self: self(key), key })) });
}

function read({ properties }: StoredIssue, _context: Context, { params: { key = '' } }: Call): Reply {
  if (!Object.hasOwn(properties, key)) return failures.noProperty(key);
  return jsonReply(200, { key, value: properties[key] });
}

function write(issue: StoredIssue, { site, store }: Context, { json, params: { key = '' } }: Call): Reply {
  if (!site.may('EDIT_ISSUES')) return failures.mayNotEdit();
  if (json === undefined) return failures.unreadable();
  if (!fits(key, json)) return failure(400, ['The property key or value is too long.']);
  store.put({ ...issue, properties: { ...issue.properties, [key]: json } });
  return emptyReply(Object.hasOwn(issue.properties, key) ? 200 : 201);
}

function remove(issue: StoredIssue, { site, store }: Context, { params: { key = '' } }: Call): Reply {
  if (!site.may('EDIT_ISSUES')) return failures.mayNotEdit();
  if (!Object.hasOwn(issue.properties, key)) return failures.noProperty(key);
  const { [key]: _, ...properties } = issue.properties;
  store.put({ ...issue, properties });
  return emptyReply(204);
}
