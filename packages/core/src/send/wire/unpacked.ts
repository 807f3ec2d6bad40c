import { promisify } from 'node:util';
import type { BrotliOptions, ZlibOptions } from 'node:zlib';
import { madeOnce } from '../../keep/made-once.ts';
import { late } from '../../late.ts';
import { overCap } from './over-cap.ts';

const zlib = late<typeof import('node:zlib')>('node:zlib');

/** The encodings of `unpacked`, as a request asks for them. */
export const acceptEncoding = 'gzip, deflate, br';

/**
 * A body without its content encoding; what is in one that nobody asked for stays as it is. One whose end is missing is
 * unpacked as far as it goes, as browsers do.
 *
 * @throws Error it is broken, or longer than that once it is unpacked
 */
export async function unpacked(bytes: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const unpack = bytes.length === 0 ? undefined : ways().get(encoding.toLowerCase());
  if (!unpack) return bytes;
  try {
    return await unpack(bytes, maxBytes);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? overCap(maxBytes) : error;
  }
}

type Unpack = (bytes: Buffer, maxOutputLength: number) => Promise<Buffer>;

const ways = madeOnce((): ReadonlyMap<string, Unpack> => {
  const { brotliDecompress, constants, inflateRaw, unzip } = zlib();
  const { Z_SYNC_FLUSH: finishFlush, BROTLI_OPERATION_FLUSH } = constants;
  const unzipped = promisify<Buffer, ZlibOptions, Buffer>(unzip);
  const inflated = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw);
  const unbrotlied = promisify<Buffer, BrotliOptions, Buffer>(brotliDecompress);
  const gzip: Unpack = (bytes, maxOutputLength) => unzipped(bytes, { maxOutputLength, finishFlush });
  /** By the RFC with a header of zlib; some servers leave it out. */
  const deflate: Unpack = (bytes, maxOutputLength) =>
    (bytes[0] === 0x78 ? unzipped : inflated)(bytes, { maxOutputLength, finishFlush });
  const br: Unpack = (bytes, maxOutputLength) =>
    unbrotlied(bytes, { maxOutputLength, finishFlush: BROTLI_OPERATION_FLUSH });
  return new Map(Object.entries({ gzip, 'x-gzip': gzip, deflate, br }));
});
