import type { WellBehaved } from './parrot.ts';
import { replyJson } from './reply-json.ts';

/** Just enough of GitHub for a delivery, its changes and a check to come to their end: every issue is the first one. */
export const githubAnswers: WellBehaved = ({ method, path, body }, response) => {
  const at = new Date().toISOString();
  const issue = {
    ...{ number: 1, html_url: 'https://github.example.com/octo/ops/issues/1', state: 'open', created_at: at },
    ...{ body: '', labels: [], assignees: [], closed_at: null },
  };
  const given = method === 'POST' || method === 'PATCH' ? JSON.parse(body || '{}') : {};
  if (/\/issues$/.test(path))
    return method === 'GET' ? replyJson(response, 200, []) : replyJson(response, 201, { ...issue, body: given.body });
  if (/\/comments$/.test(path))
    return method === 'GET' ? replyJson(response, 200, []) : replyJson(response, 201, { body: given.body });
  if (/\/issues\/1$/.test(path))
    return replyJson(response, 200, {
      ...issue,
      ...given,
      labels: (given.labels ?? []).map((name: string) => ({ name })),
    });
  if (/\/(labels|assignees)\//.test(path)) return void response.writeHead(204).end();
  return replyJson(response, 200, { has_issues: true, private: true, permissions: { push: true, triage: true } });
};
