import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { drainSeconds, read, root } from './worker-facts.ts';

// What a machine without a container engine and a cluster can tell of ops/. `npx pnpm@10 try:image` runs the image's steps.
describe('ops/docker/Dockerfile', () => {
  const lines = read('ops/docker/Dockerfile')
    .replaceAll('\\\n', '')
    .split('\n')
    .filter(line => /^[A-Z]/.test(line));
  const last = lines.slice(lines.findLastIndex(line => line.startsWith('FROM ')));
  const of = (instruction: string) => last.filter(line => line.startsWith(`${instruction} `));

  it('is built on the Node that the repository is tested on, pinned', () => {
    const { catalog } = parse(read('pnpm-workspace.yaml'));
    expect(lines[0]).toBe(`ARG NODE_IMAGE=node:${catalog.node}-bookworm-slim`);
    expect(lines.filter(line => line.startsWith('FROM ')).every(line => line.startsWith(`FROM $\{NODE_IMAGE}`))).toBe(
      true,
    );
  });

  it('takes from the build what it runs, runs nothing as root, and says whether it is well', () => {
    expect([...of('RUN'), ...of('ADD')]).toEqual([]);
    expect(of('COPY')).toEqual(['COPY --from=build /app /app']);
    expect(of('USER')).toEqual(['USER 65532:65532']);
    expect(of('CMD')).toEqual(['CMD ["worker", "--listen", "9464"]']);
    expect(of('HEALTHCHECK').join()).toContain('http://127.0.0.1:9464/healthz');
  });

  it('leaves secrets and builds of the checkout out', () => {
    expect(read('ops/docker/Dockerfile.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['**/.env', '.git', '**/node_modules']),
    );
  });
});

describe('ops/docker/compose.yml', () => {
  const { services, secrets } = parse(read('ops/docker/compose.yml'));

  it('is what the specification of compose takes, and its linter finds nothing', () => {
    const linter = spawnSync(
      join(root, 'node_modules/.bin/dclint'),
      ['--max-warnings', '0', 'ops/docker/compose.yml'],
      { cwd: root },
    );
    expect(`${linter.stdout}${linter.stderr}`.trim()).toBe('');
    expect(linter.status).toBe(0);
  });

  it('gives the worker no right, nothing to write, its secrets as files, and time to end', () => {
    const { worker, postgres } = services;
    expect(worker).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(Number.parseInt(worker.stop_grace_period, 10)).toBeGreaterThanOrEqual(drainSeconds + 10);
    expect([...worker.secrets, ...postgres.secrets].sort()).toEqual(Object.keys(secrets).sort());
    expect(JSON.stringify(services)).not.toContain('PASSWORD":');
  });
});

describe('ops/systemd/itsm-worker.service', () => {
  const unit = read('ops/systemd/itsm-worker.service');
  const analyze = (args: readonly string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  const version = Number(/systemd (\d+)/.exec(analyze(['--version']).stdout ?? '')?.[1] ?? 0);

  it('gives the worker time to end', () => {
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThanOrEqual(drainSeconds + 10);
  });

  it.skipIf(version < 250)('is read by systemd without a complaint, and leaves little to attack', () => {
    const folder = mkdtempSync(join(tmpdir(), 'itsm-unit-'));
    try {
      const file = join(folder, 'itsm-worker.service');
      // Its command need not be installed here.
      writeFileSync(file, unit.replace('/usr/bin/itsm', process.execPath));
      const { status, stderr } = analyze(['verify', file]);
      expect(stderr.split('\n').filter(line => line.includes('itsm-worker'))).toEqual([]);
      expect(status).toBe(0);
      // In tenths: 1.5.
      expect(analyze(['security', '--offline=true', '--threshold=15', file]).status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
