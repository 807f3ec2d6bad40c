// Files of nunjucks 3.2 that have no types.
type Internals = typeof import('./nunjucks-internals.ts');

declare module 'nunjucks/src/filters.js' {
  const filters: Internals['nunjucksFilters'];
  export = filters;
}
declare module 'nunjucks/src/lexer.js' {
  const lexer: Internals['lexer'];
  export = lexer;
}
declare module 'nunjucks/src/parser.js' {
  const parser: { readonly Parser: Internals['Parser'] };
  export = parser;
}
declare module 'nunjucks/src/runtime.js' {
  const runtime: { readonly SafeString: Internals['SafeText'] };
  export = runtime;
}
declare module 'nunjucks/src/tests.js' {
  const tests: Internals['nunjucksTests'];
  export = tests;
}
