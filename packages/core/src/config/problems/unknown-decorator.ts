import { nearest } from './nearest.ts';

/** Of `switchOn`, which takes decorators only: any other member that it could set to true would not be what it says. */
export function unknownDecorator(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `switchOn: no decorator "${name}"; accepted are ${known.join(', ')}.${hint} Register it (decorators: { ${name}: … }) or leave it out.`;
}
