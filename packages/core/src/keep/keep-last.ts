/** What was made last, kept: for what is nearly always asked of the same. */
export function keepLast<Value>(make: (of: string) => Value): (of: string) => Value {
  let last: { readonly of: string; readonly value: Value } | undefined;
  return of => {
    if (last?.of !== of) last = { of, value: make(of) };
    return last.value;
  };
}
