import { ItsmError } from '@itsm-bridge/core';

/**
 * The refusal of a file with what to do about it. The limits are properties of the instance (vendor page "Attachment API");
 * in which words it refuses is not told there, and they are localised.
 */
export function adviceOn(error: unknown, name: string): unknown {
  if (!ItsmError.is(error) || error.kind !== 'rejected') return error;
  const advice = error.status === undefined ? undefined : adviceFor(error.status);
  if (advice === undefined) return error;
  const { status } = error;
  return new ItsmError('rejected', `${name}: ${error.message.replace(/\.?$/, '.')} ${advice}`, {
    cause: error,
    ...(status === undefined ? {} : { status }),
  });
}

function adviceFor(status: number): string | undefined {
  if (status === 413) {
    return 'Attach less, or have com.glide.attachment.max_size of the instance, or the limit of a proxy before it, raised.';
  }
  if (status === 400) {
    return 'Its size or its type may not be allowed: see com.glide.attachment.max_size and glide.attachment.extensions.';
  }
  return status === 403 ? 'Attaching needs write access to the record.' : undefined;
}
