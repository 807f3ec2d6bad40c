export interface Reference {
  readonly kind: 'reference';
  readonly scheme: string;
  readonly reference: string;
  /** How it is written: `${NAME}`. */
  readonly text: string;
}

export type Part = { readonly kind: 'text'; readonly text: string } | Reference;

const pattern = /\$\$\{|\$\{(?:([a-z][a-z0-9_-]*):([^}]+)|([A-Za-z_]\w*))\}|\$\{/g;

/** Splits a value into its texts and references; undefined when a `${` begins none of them. `$${` is a literal `${`. */
export function parseReferences(value: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let end = 0;
  for (const match of value.matchAll(pattern)) {
    const [written, scheme, reference, name] = match;
    if (written === '${') return undefined;
    parts.push({ kind: 'text', text: value.slice(end, match.index) });
    if (written === '$${') parts.push({ kind: 'text', text: '${' });
    else parts.push({ kind: 'reference', scheme: scheme ?? 'env', reference: reference ?? name ?? '', text: written });
    end = match.index + written.length;
  }
  parts.push({ kind: 'text', text: value.slice(end) });
  return parts.filter(({ text }) => text !== '');
}
