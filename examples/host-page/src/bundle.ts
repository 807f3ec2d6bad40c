import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The script of the page with the typed client in it, as any bundler makes it: 3 KB. */
export async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['source', 'browser', 'import', 'default'] },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('./show-tickets.ts', import.meta.url)), formats: ['es'], fileName: 'page' },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const [script] = output && 'output' in output ? output.output : [];
  if (script?.type !== 'chunk') throw new Error('Vite made no script.');
  return script.code;
}
