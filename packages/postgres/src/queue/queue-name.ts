import type { WorkLane } from '@itsm-bridge/core';

/**
 * pg-boss takes letters, digits, `_ - . /`: every other character of an environment becomes `_` and its code. What is
 * approved has a queue of its own, so that an integration in dry run takes no wake-up of a process that sends.
 */
export const queueName = ({ environment, integration, approvedOnly }: WorkLane): string =>
  `${plain(environment)}/${plain(integration)}${approvedOnly ? '/approved' : ''}`;

const plain = (text: string): string => text.replace(/[^a-zA-Z0-9-]/gu, one => `_${one.codePointAt(0)?.toString(16)}_`);
