/** The list of deliveries, and other tables. */
export const listStyle = `
table { border-collapse: collapse; width: 100%; }
.rows { background: var(--card); border: 1px solid var(--line); border-radius: 6px; border-collapse: separate; border-spacing: 0; }
.rows th { text-align: left; font-size: 0.8125rem; font-weight: 550; color: var(--soft); padding: 0.375rem 0.75rem; white-space: nowrap; }
.rows td { padding: 0.4375rem 0.75rem; vertical-align: top; border-top: 1px solid var(--line); }
.rows .nums, .rows th.nums { text-align: right; font-variant-numeric: tabular-nums; }
.rows tbody tr:hover td { background: color-mix(in srgb, var(--link) 5%, transparent); }
.rows .title { display: block; font-weight: 550; color: var(--text); text-decoration: none; }
.rows .title:hover { color: var(--link); text-decoration: underline; }
.rows .under { display: block; font-size: 0.8571rem; color: var(--soft); }
.rows .under.bad { color: var(--bad); }
.rows .under.line { display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden; }
.rows .narrow { width: 1%; white-space: nowrap; }
.quick { display: flex; flex-wrap: wrap; gap: 0.25rem; list-style: none; margin: 0; padding: 0; }
.quick a { display: block; padding: 0.25rem 0.625rem; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--text); text-decoration: none; }
.quick a:hover { border-color: var(--link); }
.quick a[aria-current] { border-color: var(--link); color: var(--link); font-weight: 600; }
.filters { margin-bottom: 0.75rem; }
.filters .line { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.filters .find { flex: 1 1 14rem; max-width: 30rem; }
.filters details { margin-top: 0.5rem; }
.filters fieldset { border: 0; margin: 0 0 0.5rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 0.875rem; align-items: center; }
.filters legend { float: left; padding: 0; width: 6rem; color: var(--soft); }
.filters label { display: inline-flex; gap: 0.3125rem; align-items: center; }
.filters .more { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 0.625rem 0.75rem; margin-top: 0.375rem; }
@media (max-width: 48rem) {
  .rows.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .rows.cards, .rows.cards tbody { display: block; }
  .rows.cards tr { display: flex; flex-wrap: wrap; gap: 0.125rem 0.75rem; padding: 0.5rem 0.75rem; border-top: 1px solid var(--line); }
  .rows.cards tbody tr:first-child { border-top: 0; }
  .rows.cards td { display: block; border: 0; padding: 0; width: auto; text-align: left; }
  .rows.cards td.wide { flex: 1 0 100%; }
  .rows.cards td:empty { display: none; }
  .rows.cards tbody tr:hover td { background: none; }
  .filters legend { float: none; width: 100%; }
}
`;
