import { ItsmError } from '../itsm-error.ts';

/** A text without secrets. */
export type TakeOut = (text: string) => Promise<string>;

/**
 * The same failure without secrets: message, stack and cause are texts that may quote one, and the members of what was
 * thrown by others (a request with its headers) are left behind.
 */
export async function discreetError(error: unknown, takeOut: TakeOut): Promise<Error> {
  if (!ItsmError.is(error)) return plainError(error, takeOut);
  const { kind, status, retryAfterMs, cause } = error;
  const discreet = new ItsmError(kind, await takeOut(error.message), {
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(cause === undefined ? {} : { cause: await plainError(cause, takeOut) }),
  });
  return withStack(discreet, error.stack, takeOut);
}

async function plainError(error: unknown, takeOut: TakeOut): Promise<Error> {
  if (!(error instanceof Error)) return new Error(await takeOut(String(error)));
  const plain = new Error(await takeOut(error.message));
  if (error.name !== 'Error') plain.name = error.name;
  const { code } = error as NodeJS.ErrnoException;
  return withStack(typeof code === 'string' ? Object.assign(plain, { code }) : plain, error.stack, takeOut);
}

async function withStack<Failed extends Error>(
  error: Failed,
  stack: string | undefined,
  takeOut: TakeOut,
): Promise<Failed> {
  if (stack !== undefined) error.stack = await takeOut(stack);
  return error;
}
