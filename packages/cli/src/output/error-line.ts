import type { ItsmError } from '@itsm-bridge/core';

/** An error as one JSON object, in place of the lines that there are not. */
export const errorLine = ({ kind, message, problems }: ItsmError) => ({ error: { kind, message, problems } });
