import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { startJira } from '@itsm-bridge/testkit';

// A process of its own: what it costs is on nobody's bill. It takes every issue as Jira does, and asks the simulator for
// the rest, which is what is read once: the fields of a new issue.
const waitMs = Number(process.argv[2] ?? 0);
const jira = await startJira();
let issues = 0;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    if (request.method !== 'POST' || request.url !== '/rest/api/3/issue') return void pass(request, response);
    if (waitMs === 0) create(response);
    else setTimeout(() => create(response), waitMs);
  });
});

function create(response: ServerResponse): void {
  issues += 1;
  const id = String(10_000 + issues);
  const body = JSON.stringify({
    id,
    key: `OPS-${issues}`,
    self: `https://company.atlassian.net/rest/api/3/issue/${id}`,
  });
  response.writeHead(201, { 'content-type': 'application/json;charset=UTF-8', 'content-length': body.length });
  response.end(body);
}

async function pass({ method, url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authorization = '' } = headers;
  const answer = await fetch(`${jira.url}${url}`, { method: method ?? 'GET', headers: { authorization } });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
  response.end(await answer.text());
}

// Longer than any client rests between its turns.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.on('message', () => process.send?.(issues));
