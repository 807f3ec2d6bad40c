/** That an answer was given up for its length. */
export const overCap = (maxBytes: number): Error =>
  Object.assign(new Error(`the answer is longer than ${maxBytes} bytes`), { code: 'ERR_BAD_RESPONSE' });
