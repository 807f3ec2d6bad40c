import { defineConfig } from 'vitest/config';

/** Tests run the TypeScript sources of every package: the `source` condition of their exports wins, so that no build comes first. */
export default defineConfig({
  resolve: { conditions: ['source', 'node', 'import', 'default'] },
  // vitest hands these to Node: with `import` among them, `require` inside a CommonJS dependency would get ESM.
  ssr: { resolve: { conditions: ['source', 'node', 'default'], externalConditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'examples/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
