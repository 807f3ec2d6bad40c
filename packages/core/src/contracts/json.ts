export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Fields = Readonly<Record<string, Json>>;

export interface Warning {
  /** Kebab-case and stable: `undefined-variable`, `field-dropped`. */
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}
