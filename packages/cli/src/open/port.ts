import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError */
export const port = (text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new InvalidArgumentError('Accepted is a port from 0 (any free one) to 65535.');
};
