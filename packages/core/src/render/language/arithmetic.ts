import { textOf } from '../values/text-of.ts';

export type ArithmeticName = 'Add' | 'Sub' | 'Mul' | 'Div' | 'FloorDiv' | 'Mod' | 'Pow' | 'In' | 'Concat';

/** A result that is no number is nothing, like the variable it came of. */
export function arithmetic(name: ArithmeticName, left: unknown, right: unknown): unknown {
  if (name === 'In') return isIn(left, right);
  if (name === 'Concat' || (name === 'Add' && (isText(left) || isText(right)))) return textOf(left) + textOf(right);
  const result = calculate(name, asNumber(left), asNumber(right));
  return Number.isNaN(result) ? undefined : result;
}

function calculate(name: Exclude<ArithmeticName, 'In' | 'Concat'>, left: number, right: number): number {
  switch (name) {
    case 'Add':
      return left + right;
    case 'Sub':
      return left - right;
    case 'Mul':
      return left * right;
    case 'Div':
      return left / right;
    case 'FloorDiv':
      return Math.floor(left / right);
    case 'Mod':
      return left % right;
    case 'Pow':
      return left ** right;
  }
}

function isIn(part: unknown, whole: unknown): boolean {
  if (typeof whole === 'string') return whole.includes(textOf(part));
  if (Array.isArray(whole)) return whole.includes(part);
  return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, textOf(part));
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function asNumber(value: unknown): number {
  return typeof value === 'object' || value === undefined ? Number.NaN : Number(value);
}
