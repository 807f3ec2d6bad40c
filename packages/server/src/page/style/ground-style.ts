/** Colours that follow the system, type, and what is the same everywhere. Text on ground and card is AA in both. */
export const groundStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f7, #14171c);
  --card: light-dark(#ffffff, #1b1f26);
  --line: light-dark(#d9dde5, #343a45);
  --strong-line: light-dark(#868fa1, #6d7686);
  --text: light-dark(#1a2130, #e4e8ee);
  --soft: light-dark(#545e70, #a3acbb);
  --link: light-dark(#1750ac, #8ab4f8);
  --good: light-dark(#12633a, #7fd6a4);
  --bad: light-dark(#b3261e, #f5a8a0);
  --warn: light-dark(#7d4a00, #f2c078);
  --busy: light-dark(#1750ac, #8ab4f8);
  --idle: light-dark(#545e70, #a3acbb);
  --bad-ground: light-dark(#fdf1f0, #2c1d1d);
  --warn-ground: light-dark(#fdf6e9, #2a2418);
  --good-ground: light-dark(#eef8f2, #18271f);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.3125rem; line-height: 1.25; margin: 0; }
h2 { font-size: 0.9375rem; margin: 0 0 0.5rem; }
h3 { font-size: 0.875rem; margin: 0 0 0.25rem; }
p { margin: 0 0 0.5rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible,
summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
main:focus-visible { outline: none; }
code, pre, .mono { font: 0.9286em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
pre { margin: 0; overflow: auto; max-height: 32rem; background: var(--ground); border: 1px solid var(--line); border-radius: 4px; padding: 0.5rem 0.75rem; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; }
.soft { color: var(--soft); }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
@media print {
  :root { color-scheme: light; }
  .top nav, .who, .filters, .act, .actions, .skip, .pages { display: none; }
  pre, .rich[tabindex], .beside .rich[tabindex] { max-height: none; }
  pre { white-space: pre-wrap; }
  body { background: #fff; }
}
`;
