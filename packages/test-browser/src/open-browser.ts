import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** The one platform that the browser in the package is built for. */
export const browserRuns = process.platform === 'linux' && process.arch === 'x64';

/**
 * What the package asks for and a test must not have: pages that may do more than they may elsewhere, and one process,
 * which ends with the first window that is closed.
 */
const unwanted: readonly string[] = ['--disable-web-security', '--allow-running-insecure-content', '--single-process'];

/** A graphics card played by the processor: it costs more than the pages do, and no test looks at what it draws. */
const isGraphics = (argument: string): boolean => /gl|gpu|swiftshader/.test(argument);

/** A real Chromium, out of the npm package, with the libraries that a bare machine does not have. */
export async function openBrowser(): Promise<Browser> {
  const libraries = await inflate(
    fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))),
  );
  return launcher.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args.filter(argument => !unwanted.includes(argument) && !isGraphics(argument)),
      ...['--disable-gpu', '--disable-software-rasterizer'],
    ],
    env: { ...process.env, LD_LIBRARY_PATH: `${libraries}/lib` },
  });
}
