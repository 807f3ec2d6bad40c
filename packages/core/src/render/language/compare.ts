/** nunjucks' comparisons: JavaScript's, on text, numbers and booleans; anything else is equal only to itself. */
export function compare(operator: string, left: unknown, right: unknown): boolean {
  switch (operator) {
    case '===':
      return left === right;
    case '!==':
      return left !== right;
    case '==':
      return isEqual(left, right);
    case '!=':
      return !isEqual(left, right);
    default:
      return isInOrder(operator, left, right);
  }
}

function isEqual(left: unknown, right: unknown): boolean {
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (typeof left === typeof right || !isSimple(left) || !isSimple(right)) return left === right;
  return Number(left) === Number(right);
}

function isInOrder(operator: string, left: unknown, right: unknown): boolean {
  if (!isSimple(left) || !isSimple(right)) return false;
  const order = orderOf(left, right);
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

/** Not a number where the two cannot be compared. */
function orderOf(left: string | number | boolean, right: string | number | boolean): number {
  if (typeof left !== 'string' || typeof right !== 'string') return Number(left) - Number(right);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isSimple(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
