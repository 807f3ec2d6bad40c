export interface Line {
  readonly operation: string;
  readonly what: string;
  readonly makes: string;
  readonly source: string;
}

const header: Line = { operation: 'at', what: 'an instance that …', makes: 'makes of it', source: 'known from' };

/** Columns as wide as their longest text, under a header. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [header, ...lines];
  const widest = (name: keyof Line) => Math.max(...rows.map(row => row[name].length));
  const widths = { operation: widest('operation'), what: widest('what'), makes: widest('makes') };
  const rule = '-'.repeat(widths.operation + widths.what + widths.makes + widest('source') + 6);
  const [head, ...body] = rows.map(({ operation, what, makes, source }) =>
    [operation.padEnd(widths.operation), what.padEnd(widths.what), makes.padEnd(widths.makes), source].join('  '),
  );
  return [head, rule, ...body].join('\n');
}
