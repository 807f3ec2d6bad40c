import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkApi } from './packages/check-api.ts';
import { checkImports } from './packages/check-imports.ts';
import { checkManifest } from './packages/check-manifest.ts';
import { startFindings } from './packages/findings.ts';
import { lintPackage } from './packages/lint-package.ts';
import { listSizes } from './packages/list-sizes.ts';
import { packPackages } from './packages/pack-packages.ts';
import { rehearseRelease } from './packages/rehearse-release.ts';
import { step } from './packages/step.ts';

// What users would get: packed as a release would, looked at, installed outside of the workspace, and used there.
const root = new URL('..', import.meta.url).pathname;
const out = mkdtempSync(join(tmpdir(), 'itsm-packages-'));
const findings = startFindings();

try {
  const packages = await step('Packing', async () => packPackages(root, join(out, 'packed')));
  listSizes(packages);
  await step('Manifests, imports, publint, attw', async () => {
    for (const each of packages) {
      checkManifest(each, findings);
      checkImports(each, findings);
      await lintPackage(each, findings);
    }
  });
  await step('Public types against api/', async () => {
    for (const each of packages) checkApi(root, each, findings);
  });
  await step('Release, rehearsed', () => rehearseRelease(root, packages, out, findings));
} finally {
  rmSync(out, { recursive: true, force: true });
}
if (findings.count > 0) {
  process.stderr.write(`${findings.count} problems.\n`);
  process.exitCode = 1;
}
