/** So much work one rendering may do: a unit is a value looked at, or 100 characters of text. */
export const unitsPerRender = 1_000_000;
const longestText = 10_000_000;

/** Keeps a template from running or growing without end; a report of some megabytes stays far below. */
export interface Budget {
  /** Units. */
  left: number;
}

/** Pays for a value with everything in it, and hands it on. */
export function spend<Value>(budget: Budget, value: Value): Value {
  visit(budget, value);
  return value;
}

function visit(budget: Budget, value: unknown): void {
  pay(budget, 1);
  if (typeof value === 'string') {
    if (value.length > longestText) throw new RangeError(`a text grows beyond ${longestText} characters`);
    pay(budget, Math.floor(value.length / 100));
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Array.isArray(value) ? value : Object.values(value)) visit(budget, part);
  }
}

function pay(budget: Budget, units: number): void {
  budget.left -= units;
  if (budget.left < 0) throw new RangeError('the template does too much work: loops, macros or values without end');
}
