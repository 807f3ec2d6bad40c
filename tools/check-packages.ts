import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pnpm } from './pnpm.ts';
import { publishedPackages } from './published-packages.ts';

// Packs every package as a release would, and looks at what users would get.
const root = new URL('..', import.meta.url).pathname;
const out = mkdtempSync(join(tmpdir(), 'itsm-pack-'));
let problems = 0;

const complain = (name: string, message: string) => {
  problems++;
  process.stderr.write(`${name}: ${message}\n`);
};

try {
  for (const folder of publishedPackages(root)) {
    const pkgDir = join(root, 'packages', folder);
    const packed = pnpm(['pack', '--json', '--pack-destination', out], pkgDir);
    const { name, filename, files } = JSON.parse(packed) as Packed;
    const paths = files.map(file => file.path);
    const tarball = readFileSync(filename.startsWith('/') ? filename : join(out, filename));
    const { messages, pkg } = await publint({ pack: { tarball: toArrayBuffer(tarball) }, strict: true });
    for (const message of messages) complain(name, formatMessage(message, pkg ?? {}) ?? message.code);

    if (JSON.stringify(pkg?.exports).includes('"source"'))
      complain(name, 'the source condition is in the published exports');
    if (JSON.stringify(pkg).includes('"workspace:') || JSON.stringify(pkg).includes('"catalog:')) {
      complain(name, 'a workspace or catalog version is in the published manifest');
    }
    // What is written into a new package is not a test of this one.
    const own = paths.filter(path => !path.startsWith('template/'));
    for (const path of own.filter(one => /\.test\.|__tests__|__fixtures__|tsbuildinfo/.test(one))) {
      complain(name, `${path} is for tests and would be published`);
    }
    if (!paths.includes('README.md')) complain(name, 'there is no README.md');
    process.stdout.write(`${name.padEnd(34)} ${String(paths.length).padStart(4)} files ${kib(tarball.length)}\n`);
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
if (problems > 0) process.exitCode = 1;

interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).padStart(7)} KiB`;
}
