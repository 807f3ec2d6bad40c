import { emptyReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import type { RemoteLink } from './issue.ts';
import type { StoredIssue } from './issue-store.ts';
import { readRemoteLink, type SentLink } from './read-remote-link.ts';
import { readIssue, writeIssue } from './with-issue.ts';

const all = '/rest/api/:version/issue/:issue/remotelink';
const one = `${all}/:link`;

export const remoteLinkRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: all, answer: readIssue(list) },
  { method: 'POST', pattern: all, answer: linking(createOrUpdate) },
  { method: 'DELETE', pattern: all, answer: linking(removeByGlobalId) },
  { method: 'GET', pattern: one, answer: readIssue(withLink(read)) },
  { method: 'PUT', pattern: one, answer: linking(withLink(replace)) },
  { method: 'DELETE', pattern: one, answer: linking(withLink(remove)) },
];

function linking(answer: Parameters<typeof writeIssue>[0]): Route<Context>['answer'] {
  return writeIssue((issue, context, call) =>
    context.site.may('LINK_ISSUES') ? answer(issue, context, call) : failures.mayNotLink(issue.key),
  );
}

type LinkAnswer = (link: RemoteLink, issue: StoredIssue, context: Context, call: Call) => Reply;

function withLink(answer: LinkAnswer): Parameters<typeof readIssue>[0] {
  return (issue, context, call) => {
    const link = issue.remoteLinks.find(({ id }) => `${id}` === call.params.link);
    return link ? answer(link, issue, context, call) : failures.noRemoteLink(call.params.link ?? '');
  };
}

const selfOf = (id: number, issue: StoredIssue, { url, version }: Context): string =>
  `${url}/rest/api/${version}/issue/${issue.key}/remotelink/${id}`;

const show = ({ id, ...link }: RemoteLink, issue: StoredIssue, context: Context): object => ({
  id,
  self: selfOf(id, issue, context),
  ...link,
});

const named = (issue: StoredIssue, globalId: string | undefined): RemoteLink | undefined =>
  globalId === undefined ? undefined : issue.remoteLinks.find(link => link.globalId === globalId);

function list(issue: StoredIssue, context: Context, { query: { globalId } }: Call): Reply {
  if (globalId === undefined)
    return jsonReply(
      200,
      issue.remoteLinks.map(link => show(link, issue, context)),
    );
  const link = named(issue, globalId);
  return link ? jsonReply(200, show(link, issue, context)) : failures.noRemoteLink(globalId);
}

/** With a global id that the issue knows it replaces that link and answers 200; without one, each call makes a link. */
function createOrUpdate(issue: StoredIssue, context: Context, call: Call): Reply {
  const reading = readRemoteLink(call.json);
  if (reading.kind === 'no') return reading.reply;
  const known = named(issue, reading.link.globalId);
  const id = known?.id ?? context.store.nextRemoteLinkId();
  putLink(issue, { id, ...reading.link }, context);
  return jsonReply(known ? 200 : 201, { id, self: selfOf(id, issue, context) });
}

function putLink(issue: StoredIssue, link: RemoteLink, { store }: Context): void {
  const others = issue.remoteLinks.filter(({ id }) => id !== link.id);
  store.put({ ...issue, remoteLinks: [...others, link].toSorted((a, b) => a.id - b.id) });
}

function read(link: RemoteLink, issue: StoredIssue, context: Context): Reply {
  return jsonReply(200, show(link, issue, context));
}

function replace({ id }: RemoteLink, issue: StoredIssue, context: Context, call: Call): Reply {
  const reading = readRemoteLink(call.json);
  if (reading.kind === 'no') return reading.reply;
  putLink(issue, { id, ...(reading.link satisfies SentLink) }, context);
  return emptyReply(204);
}

/** Even without a body it must say what kind the body is: the site answers 415 where there is no Content-Type. */
function remove(link: RemoteLink, issue: StoredIssue, { store }: Context, { headers }: Call): Reply {
  if (headers['content-type'] === undefined) return failure(415, []);
  store.put({ ...issue, remoteLinks: issue.remoteLinks.filter(each => each !== link) });
  return emptyReply(204);
}

function removeByGlobalId(issue: StoredIssue, context: Context, call: Call): Reply {
  const link = named(issue, call.query.globalId);
  return link ? remove(link, issue, context, call) : failures.noRemoteLink(call.query.globalId ?? '');
}
