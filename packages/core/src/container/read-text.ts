import { open } from 'node:fs/promises';
import { decodeText } from '../config/decode-text.ts';
import { readFailure } from '../config/integration/read-failure.ts';
import { ItsmError } from '../itsm-error.ts';

/** Of a config, a template, a certificate. A pipe or a device has no size that could be asked before. */
const largestBytes = 4 * 1024 * 1024;

/**
 * The text of a file, or of a pipe.
 * @throws ItsmError kind `config`: it is not there, cannot be read, never ends, or is no UTF-8.
 */
export async function readText(file: string): Promise<string> {
  const bytes = await bytesOf(file);
  if (bytes.byteLength > largestBytes)
    throw new ItsmError(
      'config',
      `${file}: is larger than ${largestBytes / 1024 / 1024} MiB, which no config or template is.`,
    );
  const decoded = decodeText(bytes);
  if (decoded.kind === 'text') return decoded.text;
  const { place, problem } = decoded;
  throw new ItsmError('config', `${file}${place === undefined ? '' : `:${place}`}: ${problem}.`);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    const opened = await open(file);
    for await (const chunk of opened.createReadStream({ end: largestBytes })) chunks.push(chunk);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ItsmError('config', `${file}: ${missing ? 'there is no such file' : readFailure(cause)}.`, { cause });
  }
  return Buffer.concat(chunks);
}
