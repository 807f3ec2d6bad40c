/** Marks, buttons, forms, facts. */
export const partsStyle = `
.status, .severity { display: inline-flex; gap: 0.375rem; align-items: center; white-space: nowrap; }
.status { font-weight: 600; }
.status svg, .severity svg { flex: none; }
.good { color: var(--good); }
.bad { color: var(--bad); }
.warn { color: var(--warn); }
.busy { color: var(--busy); }
.idle { color: var(--idle); }
.severity { color: var(--soft); }
.severity.critical { color: var(--bad); font-weight: 600; }
.severity.high { color: var(--warn); }
.button, button {
  display: inline-block;
  font: inherit;
  font-weight: 550;
  line-height: 1.25rem;
  color: var(--text);
  background: var(--card);
  border: 1px solid var(--strong-line);
  border-radius: 4px;
  padding: 0.25rem 0.75rem;
  text-decoration: none;
  cursor: pointer;
}
.button:hover, button:hover { border-color: var(--link); color: var(--link); }
button.main { background: light-dark(#1750ac, #8ab4f8); border-color: transparent; color: light-dark(#ffffff, #10141a); }
button.main:hover { background: light-dark(#10408c, #a9c8fb); }
button.grave { background: light-dark(#b3261e, #f5a8a0); border-color: transparent; color: light-dark(#ffffff, #1c1010); }
form[data-sent] button { opacity: 0.65; cursor: progress; }
form[data-sent] button::after { content: '\\2026'; }
button:disabled { color: var(--soft); background: var(--ground); border-color: var(--line); cursor: not-allowed; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
input[type=text], input[type=password], input[type=search], input[type=datetime-local], select, textarea {
  font: inherit;
  color: inherit;
  background: var(--card);
  border: 1px solid var(--strong-line);
  border-radius: 4px;
  padding: 0.25rem 0.5rem;
  max-width: 100%;
}
textarea { width: 100%; min-height: 4rem; display: block; }
.field { display: block; margin-bottom: 0.75rem; }
.field > span { display: block; font-weight: 600; margin-bottom: 0.25rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 0.75rem 1rem; margin-bottom: 0.75rem; }
.card > :last-child { margin-bottom: 0; }
.confirm { max-width: 52rem; }
.confirm label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
.confirm p[role=alert] { color: var(--bad); font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); gap: 0.5rem 1rem; margin: 0 0 0.75rem; }
.facts dt { color: var(--soft); font-size: 0.8125rem; }
.facts dd { margin: 0; white-space: pre-wrap; }
.facts .broad { grid-column: span 2; }
.facts .long { grid-column: 1 / -1; }
@media (max-width: 26rem) {
  .facts { grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); }
  .facts .broad { grid-column: 1 / -1; }
}
.problem { background: var(--bad-ground); border: 1px solid var(--bad); border-radius: 4px; padding: 0.5rem 0.75rem; margin-bottom: 0.75rem; }
.caution { background: var(--warn-ground); border: 1px solid var(--warn); border-radius: 4px; padding: 0.5rem 0.75rem; margin-bottom: 0.75rem; }
.problem > :last-child, .caution > :last-child { margin-bottom: 0; }
.notes { margin: 0 0 0.75rem; padding-left: 1.25rem; }
.raw { margin: 0.5rem 0; }
.raw summary { color: var(--soft); padding: 0.125rem 0; }
.raw pre { white-space: pre-wrap; margin-top: 0.25rem; }
.empty { color: var(--soft); padding: 1.5rem 1rem; text-align: center; background: var(--card); border: 1px dashed var(--line); border-radius: 6px; }
`;
