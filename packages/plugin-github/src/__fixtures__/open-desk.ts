import { type Bench, openBench } from '@itsm-bridge/testkit';
import { github } from '../github.ts';
import { type GitHubOptions, startGitHub } from './start-github.ts';

/** GitHub with the plugin before it. */
export async function openDesk(options: GitHubOptions = {}, members: Readonly<Record<string, unknown>> = {}) {
  const site = await startGitHub(options);
  const auth = { type: 'bearer', token: '${GITHUB_TOKEN}' };
  const config = { endpoint: site.url, repository: 'octo/ops', auth, retry: { max_retries: 0 }, ...members };
  const bench: Bench = await openBench({
    config: { github: config },
    plugins: [github],
    env: { GITHUB_TOKEN: 'ghp_sandbox' },
  });
  return {
    site,
    itsm: bench.itsm,
    github: bench.adapter(),
    async deliver(analysis: object = {}) {
      const job = { id: 'abc123', title: 'Checkout times out', severity: 'critical' };
      const [delivery] = await bench.itsm.createTickets({
        job,
        analysis: { root_cause: 'The pool ran dry.', ...analysis },
      });
      if (!delivery) throw new TypeError('Core made no delivery.');
      return delivery;
    },
    [Symbol.asyncDispose]: async () => {
      await bench[Symbol.asyncDispose]();
      await site.close();
    },
  };
}
