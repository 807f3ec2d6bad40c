import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { overCap } from './over-cap.ts';

/** The encodings of `unpacked`, as a request asks for them. */
export const acceptEncoding = 'gzip, deflate, br';

/**
 * A body without its content encoding; what is in one that nobody asked for stays as it is. One whose end is missing is
 * unpacked as far as it goes, as browsers do.
 *
 * @throws Error it is broken, or longer than that once it is unpacked
 */
export async function unpacked(bytes: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const unpack = bytes.length === 0 ? undefined : ways.get(encoding.toLowerCase());
  if (!unpack) return bytes;
  try {
    return await unpack(bytes, maxBytes);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? overCap(maxBytes) : error;
  }
}

type Unpack = (bytes: Buffer, maxOutputLength: number) => Promise<Buffer>;

const [unzip, inflateRaw] = [
  promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.unzip),
  promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw),
];
const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);
const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;

const gzip: Unpack = (bytes, maxOutputLength) => unzip(bytes, { maxOutputLength, finishFlush: Z_SYNC_FLUSH });

/** By the RFC with a header of zlib; some servers leave it out. */
const deflate: Unpack = (bytes, maxOutputLength) =>
  (bytes[0] === 0x78 ? unzip : inflateRaw)(bytes, { maxOutputLength, finishFlush: Z_SYNC_FLUSH });

const br: Unpack = (bytes, maxOutputLength) => brotli(bytes, { maxOutputLength, finishFlush: BROTLI_OPERATION_FLUSH });

const ways: ReadonlyMap<string, Unpack> = new Map([
  ...[['gzip', gzip] as const, ['x-gzip', gzip] as const],
  ...[['deflate', deflate] as const, ['br', br] as const],
]);
