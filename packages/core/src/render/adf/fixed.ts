import type { Run } from './compile-plain.ts';

/**
 * What asks for no value is made once, and frozen, since all documents share it: most of a template is headings and rules.
 */
export function fixed<Made>(render: (run: Run) => Made): (run: Run) => Made {
  let asks = false;
  const made = render(() => {
    asks = true;
    return { text: '', holdsNames: false };
  });
  if (asks) return render;
  freeze(made);
  return () => made;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}
