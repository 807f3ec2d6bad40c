import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { oldNode } from './old-node.ts';
import { version } from './version.ts';

it.each(['22.19.0', '22.20.1', '23.0.0', '24.21.0', '100.1.0'])('runs on Node %s', found => {
  expect(oldNode(found)).toBeUndefined();
});

it.each(['20.20.2', '22.18.0', '22.2.0', '18.0.0', '0.10.48'])('does not run on Node %s', found => {
  expect(oldNode(found)).toBe(`itsm needs Node 22.19 or later; this is v${found}.`);
});

/** The command, on a Node that says it were another one. */
function itsmOn(found: string) {
  const other = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${found}' } });`;
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const node = ['--conditions=source', '--import', `data:text/javascript,${encodeURIComponent(other)}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, main, '--version'], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('says so before anything else, on standard error, with exit status 2', () => {
  const stderr = 'itsm needs Node 22.19 or later; this is v20.20.2.\n';
  expect(itsmOn('20.20.2')).toEqual({ status: 2, stdout: '', stderr });
  expect(itsmOn('22.19.0')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});
