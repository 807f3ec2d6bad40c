/** So much work one rendering may do: a unit is a value looked at, or 100 characters of text. */
const unitsPerRender = 1_000_000;
const longestText = 10_000_000;

/** Keeps a template from running or growing without end; a report of some megabytes stays far below. */
export interface Budget {
  /** Pays for a value with everything in it, and hands it on. */
  spend<Value>(value: Value): Value;
}

export function createBudget(): Budget {
  let left = unitsPerRender;
  const pay = (units: number) => {
    left -= units;
    if (left < 0) throw new RangeError('the template does too much work: loops, macros or values without end');
  };
  const visit = (value: unknown): void => {
    pay(1);
    if (typeof value === 'string') {
      if (value.length > longestText) throw new RangeError(`a text grows beyond ${longestText} characters`);
      pay(Math.floor(value.length / 100));
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  return {
    spend: value => {
      visit(value);
      return value;
    },
  };
}
