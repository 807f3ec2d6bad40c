import type { Packed } from './packed.ts';

/** One line for each package: what a user downloads, and what then lies on the disk. */
export function listSizes(packages: readonly Packed[]): void {
  for (const { name, bytes, files, read } of packages) {
    const unpacked = files.reduce((sum, path) => sum + Buffer.byteLength(read(path)), 0);
    process.stdout.write(
      `  ${name.padEnd(32)} ${kib(bytes.length)} packed ${kib(unpacked)} unpacked ${String(files.length).padStart(4)} files\n`,
    );
  }
}

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1).padStart(7)} KiB`;
