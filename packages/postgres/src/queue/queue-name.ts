import type { LaneId } from '@itsm-bridge/core';

/** pg-boss takes letters, digits, `_ - . /`: every other character of an environment becomes `_` and its code. */
export const queueName = ({ environment, integration }: LaneId): string =>
  `${plain(environment)}/${plain(integration)}`;

const plain = (text: string): string => text.replace(/[^a-zA-Z0-9-]/gu, one => `_${one.codePointAt(0)?.toString(16)}_`);
