import {
  emptyReply,
  foundReply,
  jsonReply,
  type RoutedCall,
  type StartPlatformOptions,
  signsIn,
  startPlatform,
} from '@itsm-bridge/testkit';
import { freshIssue, renderIssue, type StoredIssue } from './stored-issue.ts';

export interface GitHubOptions extends StartPlatformOptions {
  /** Of octo/ops. @default `{ has_issues: true, private: true, permissions: { push: true, triage: true } }` */
  readonly repository?: object;
  /** Without it labels, assignees and milestone of a new issue are dropped. @default true */
  readonly mayPush?: boolean;
  /** @default all severities of the default mapping */
  readonly labels?: readonly string[];
}

const severities = ['critical', 'high', 'medium', 'low'].map(severity => `severity: ${severity}`);

/** GitHub with one repository, octo/ops, the token `ghp_sandbox` and the users octocat and hubot. */
export function startGitHub(options: GitHubOptions = {}) {
  const { mayPush = true, labels = severities } = options;
  const shown = {
    ...{ has_issues: true, private: true, permissions: { push: mayPush, triage: mayPush } },
    ...options.repository,
  };
  return startPlatform(options, ({ collection, now, url }) => {
    const issues = collection<StoredIssue>();
    const repo = '/repos/octo/ops';
    const time = () => new Date(now()).toISOString().replace(/\.\d+/, '');
    const fresh = (number: number) => freshIssue(number, time());
    const addPull = (body: string) => void issues.add(number => ({ ...fresh(number), body, pull: true }));
    const failure = (status: number, message: string, errors?: unknown) => jsonReply(status, { message, errors });
    const invalid = (error: object) => failure(422, 'Validation Failed', [{ resource: 'Issue', ...error }]);
    const tooLong = (field: string, limit: number) =>
      invalid({ field, code: 'custom', message: `${field} is too long (maximum is ${limit} characters)` });
    const faultOf = ({ title, body, assignees = [] }: Partial<StoredIssue>) => {
      const stranger = assignees.find(login => !['octocat', 'hubot'].includes(login));
      if (title !== undefined && [...title].length > 256) return tooLong('title', 256);
      if (body !== undefined && [...body].length > 65_536) return tooLong('body', 65_536);
      return stranger ? invalid({ field: 'assignees', code: 'invalid', value: stranger }) : undefined;
    };
    const page = ({ path, query }: RoutedCall, rows: readonly unknown[]) => {
      const [size, at] = [Number(query.per_page ?? 30), Number(query.page ?? 1)];
      const next = new URLSearchParams({ ...query, page: String(at + 1) });
      const link = rows.length > size * at ? { link: `<${url}${path}?${next}>; rel="next"` } : {};
      return jsonReply(200, rows.slice(size * (at - 1), size * at), link);
    };
    const known = (is: boolean) => (is ? emptyReply(204) : failure(404, 'Not Found'));
    const answered = (row: StoredIssue | undefined) => foundReply(row && renderIssue(row));
    return {
      behind: { issues: issues.all, addPull },
      failure: (status, message) => failure(status, status === 404 ? 'Not Found' : message),
      refuse: ({ headers }) => {
        if (!signsIn({ headers }, { kind: 'bearer', token: 'ghp_sandbox' })) return failure(401, 'Bad credentials');
        if (headers['x-github-api-version'] === '2022-11-28') return undefined;
        return failure(400, 'An unsupported API version was specified');
      },
      routes: [
        { method: 'GET', pattern: repo, answer: () => jsonReply(200, shown) },
        {
          method: 'POST',
          pattern: `${repo}/issues`,
          answer({ json }) {
            if (!shown.has_issues) return failure(410, 'Issues are disabled for this repo');
            const { title = '', body = '', ...more } = json as Partial<StoredIssue>;
            const fault = faultOf({ title, body, ...more });
            if (fault) return fault;
            const made = issues.add(number => ({ ...fresh(number), title, body, ...(mayPush ? more : {}) }));
            return jsonReply(201, renderIssue(made));
          },
        },
        {
          method: 'GET',
          pattern: `${repo}/issues`,
          answer(call) {
            const { state = 'open', direction = 'desc' } = call.query;
            const rows = issues.indexed().filter(row => state === 'all' || row.state === state);
            return page(call, (direction === 'asc' ? rows : rows.toReversed()).map(renderIssue));
          },
        },
        {
          method: 'GET',
          pattern: `${repo}/issues/:number`,
          answer: ({ params }) => answered(issues.find(Number(params.number))),
        },
        {
          method: 'PATCH',
          pattern: `${repo}/issues/:number`,
          answer({ params, json }) {
            const change = json as Partial<StoredIssue>;
            const closed_at = change.state === 'closed' ? time() : null;
            const moved = change.state ? { closed_at, state_reason: change.state_reason ?? 'reopened' } : {};
            return (
              faultOf(change) ??
              answered(issues.change(Number(params.number), row => ({ ...row, ...change, ...moved })))
            );
          },
        },
        {
          method: 'POST',
          pattern: `${repo}/issues/:number/comments`,
          answer({ params, json }) {
            const { body } = json as { readonly body: string };
            if ([...body].length > 65_536) return tooLong('body', 65_536);
            const add = (row: StoredIssue) => ({ ...row, comments: [...row.comments, body] });
            const changed = issues.change(Number(params.number), add);
            return changed && jsonReply(201, { body });
          },
        },
        {
          method: 'GET',
          pattern: `${repo}/issues/:number/comments`,
          answer: call =>
            page(
              call,
              (issues.find(Number(call.params.number))?.comments ?? []).map(body => ({ body })),
            ),
        },
        {
          method: 'GET',
          pattern: `${repo}/labels/:name`,
          answer: ({ params }) => known(labels.includes(params.name ?? '')),
        },
        {
          method: 'GET',
          pattern: `${repo}/assignees/:login`,
          answer: ({ params }) => known(['octocat', 'hubot'].includes(params.login ?? '')),
        },
      ],
    };
  });
}
