import { defineConfig } from 'vitest/config';

/**
 * Their files keep no state in modules, and share what a worker has loaded: importing core and testkit is most of their
 * time.
 */
const shared = [
  'packages/{core,plugin-jira,plugin-servicenow,plugin-dryrun,plugin-webhook,server,secrets-aws,secrets-azure,ticket-view}/src/**/*.test.ts',
  'packages/testkit/src/**/*.test.ts',
  'packages/{cli,plugin-github,plugin-pagerduty}/src/**/*.test.ts',
];

/**
 * Tests run the TypeScript sources of every package: the `source` condition of their exports wins, so that no build
 * comes first.
 */
export default defineConfig({
  resolve: { conditions: ['source', 'node', 'import', 'default'] },
  // vitest hands these to Node: with `import` among them, `require` inside a CommonJS dependency would get ESM.
  ssr: { resolve: { conditions: ['source', 'node', 'default'], externalConditions: ['source'] } },
  test: {
    // One core is left idle by default; half of the tests wait for processes and databases of their own.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['packages/*/src/**/*.test.ts', 'examples/**/*.test.ts', 'tools/*.test.ts'],
          exclude: ['**/node_modules/**', ...shared],
        },
      },
      { extends: true, test: { name: 'shared', include: shared, isolate: false } },
    ],
  },
});
