import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkApi } from './packages/check-api.ts';
import { checkImports } from './packages/check-imports.ts';
import { checkLicences } from './packages/check-licences.ts';
import { checkManifest } from './packages/check-manifest.ts';
import { checkTypes } from './packages/check-types.ts';
import { deliver } from './packages/deliver.ts';
import { readExamples } from './packages/examples.ts';
import { startFindings } from './packages/findings.ts';
import { lintPackage } from './packages/lint-package.ts';
import { listSizes } from './packages/list-sizes.ts';
import { changeNode, openProject, type Project } from './packages/open-project.ts';
import { packPackages } from './packages/pack-packages.ts';
import { rehearseRelease } from './packages/rehearse-release.ts';
import { checkConfigs, runExamples, runTests, writeExamples } from './packages/run-examples.ts';
import { scaffold } from './packages/scaffold.ts';
import { servePackages } from './packages/serve-packages.ts';
import { step } from './packages/step.ts';
import { toolVersions } from './packages/tool-versions.ts';

// What users would get: packed as a release would, looked at, installed outside of the workspace, and used there.
const root = new URL('..', import.meta.url).pathname;
const out = mkdtempSync(join(tmpdir(), 'itsm-packages-'));
const findings = startFindings();

try {
  const packages = await step('Packing', () => packPackages(root, join(out, 'packed')));
  listSizes(packages);
  await step('Manifests, imports, licences, publint, attw', async () => {
    for (const each of packages) {
      checkManifest(each, findings);
      checkImports(each, findings);
      checkLicences(each, findings);
      await lintPackage(each, findings);
    }
  });
  await using registry = await servePackages(packages);
  const examples = readExamples(root, packages, findings);
  for (const { at, notRun } of examples.code) if (notRun) process.stdout.write(`${at} is not run: ${notRun}\n`);
  const names = packages.map(({ name }) => name).filter(name => name.startsWith('@'));
  // The registry of loopback is that of our scope alone.
  const unscoped = packages.filter(({ name }) => !name.startsWith('@')).map(({ tarball }) => tarball);
  const types = (node: string, project: Project) =>
    step(`Node ${node}: types under nodenext and bundler`, () => checkTypes(project, packages, examples, findings));
  const installed = step('Node 24: an empty project, and npm install', async () => {
    const project = await openProject(join(out, 'node-24'), '24', registry);
    await project.run('npm', ['install', '--strict-peer-deps', ...names, ...unscoped, ...toolVersions(root)]);
    await project.run('npm', ['ls', '--all']);
    writeExamples(project, examples);
    return project;
  });

  // Half of it is waiting for npm: the two go on side by side. Node 24 sees what does not depend on the version, too.
  const asUser = async () => {
    const project = await installed;
    await types('24', project);
    await step('Configs of the READMEs', () => checkConfigs(project, examples, findings));
    await step('Node 24: examples of the READMEs', () => runExamples(project, examples, findings));
    await step('Node 24: examples that are tests', () => runTests(project, examples, findings));
    for (const node of ['22', '26']) {
      await step(`Node ${node}: the same project`, () => changeNode(project, node));
      await types(node, project);
      await step(`Node ${node}: examples of the READMEs`, () => runExamples(project, examples, findings));
    }
  };
  const asAuthor = async () => {
    await step('Public types against api/', async () => {
      for (const each of packages) checkApi(root, each, findings);
    });
    await step('Release, rehearsed', () => rehearseRelease(root, packages, out, findings));
    const node = await openProject(join(out, 'author'), '24', registry);
    const plugin = await step('A new plugin by npm create', () => scaffold(node, packages, registry));
    await step('Delivery by packages alone, one of them not ours', async () => {
      const own = await openProject(join(out, 'delivery'), node, registry);
      const ours = ['cli', 'core', 'plugin-jira', 'plugin-dryrun', 'testkit'].map(name => `@itsm-bridge/${name}`);
      await own.run('npm', ['install', '--strict-peer-deps', ...ours, ...unscoped, plugin.tarball]);
      await deliver(own, plugin);
    });
  };
  const lanes = await Promise.allSettled([asUser(), asAuthor()]);
  for (const lane of lanes) if (lane.status === 'rejected') findings.add('the check', messageOf(lane.reason));
} catch (error) {
  findings.add('the check', messageOf(error));
} finally {
  rmSync(out, { recursive: true, force: true });
}
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (findings.count > 0) {
  process.stderr.write(`${findings.count} problems.\n`);
  process.exitCode = 1;
}
