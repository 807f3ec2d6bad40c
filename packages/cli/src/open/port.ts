import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError */
export const port = (text: string): number => {
  // Number('') is 0.
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 65_535) return number;
  throw new InvalidArgumentError('Accepted is a port from 0 (any free one) to 65535.');
};
