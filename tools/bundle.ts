import { bundlePackages } from './packages/bundle-packages.ts';

// What `pnpm build` does after tsc, which writes the declarations.
await bundlePackages(new URL('..', import.meta.url).pathname);
