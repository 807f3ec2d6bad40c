import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as ApiExtractor from '@microsoft/api-extractor';

// CommonJS that prints on being loaded by name: named imports of it are not seen by Node.
const { Extractor, ExtractorConfig } = createRequire(import.meta.url)(
  '@microsoft/api-extractor',
) as typeof ApiExtractor;

/** As a user's compiler reads the built types: nothing of this repository's own conditions. */
const compilerOptions = {
  target: 'es2024',
  lib: ['es2024', 'esnext.disposable'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: ['node'],
  noEmit: true,
  allowImportingTsExtensions: true,
};

/** The public types of a built package as text, the same for the same types; undefined where it exports none. */
export function apiReport(packageFolder: string): string | undefined {
  const { name, exports = {} } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const reports = Object.entries<{ readonly types?: string }>(exports).flatMap(([path, { types }]) =>
    types === undefined ? [] : [reportOf(packageFolder, { name: join(name, path), types })],
  );
  return reports.length === 0 ? undefined : reports.join('\n');
}

interface Entry {
  /** As it is imported. */
  readonly name: string;
  /** Its declarations, from the folder of the package. */
  readonly types: string;
}

function reportOf(packageFolder: string, { name, types }: Entry): string {
  const manifest = join(packageFolder, 'package.json');
  const out = mkdtempSync(join(tmpdir(), 'itsm-api-'));
  const entry = join(packageFolder, types);
  const silent = { default: { logLevel: 'none' as ApiExtractor.ExtractorLogLevel } };
  try {
    const extractorConfig = ExtractorConfig.prepare({
      configObjectFullPath: undefined,
      packageJsonFullPath: manifest,
      configObject: {
        projectFolder: packageFolder,
        mainEntryPointFilePath: entry,
        newlineKind: 'lf',
        compiler: { overrideTsconfig: { compilerOptions, files: [entry] } },
        apiReport: {
          enabled: true,
          includeForgottenExports: true,
          reportFileName: 'report.api.md',
          reportFolder: out,
          reportTempFolder: join(out, 'temp'),
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        tsdocMetadata: { enabled: false },
        messages: { extractorMessageReporting: silent, tsdocMessageReporting: silent },
      },
    });
    const messageCallback = (message: ApiExtractor.ExtractorMessage) => {
      // That the report is a new one, that the compiler is of another version than ours: nothing to be told.
      message.handled = message.logLevel !== 'error';
    };
    Extractor.invoke(extractorConfig, { localBuild: true, messageCallback });
    // Its title is the package, of whichever entry.
    return readFileSync(join(out, 'report.api.md'), 'utf8')
      .replace(/^## .*$/m, `## API Report File for "${name}"`)
      .replace(/^> Do not edit.*$/m, '> Written by `npx pnpm@10 api`.');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
