import type { Package } from '@arethetypeswrong/core';

/** A package as a release would upload it. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  /** Its folder in the repository: `packages/core`. */
  readonly folder: string;
  /** The path of the tarball. */
  readonly tarball: string;
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
  /** Paths from the package's root. */
  readonly files: readonly string[];
  readonly read: (path: string) => string;
  readonly types: Package;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
