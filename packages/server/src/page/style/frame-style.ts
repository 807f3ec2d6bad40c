/** What stands around every page. */
export const frameStyle = `
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 2; background: var(--card); padding: 0.5rem 0.75rem; }
.top {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.25rem;
  align-items: center;
  background: var(--card);
  border-bottom: 1px solid var(--line);
  padding: 0 1.25rem;
  min-height: 2.75rem;
}
.brand { color: var(--text); font-weight: 650; text-decoration: none; }
.environment { margin-left: 0.5rem; font-weight: 500; font-size: 0.8125rem; color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0.0625rem 0.375rem; }
.top nav ul { display: flex; list-style: none; margin: 0; padding: 0; }
.top nav a { display: block; padding: 0.6875rem 0.625rem 0.5625rem; color: var(--soft); text-decoration: none; border-bottom: 2px solid transparent; }
.top nav a:hover { color: var(--text); }
.top nav a[aria-current] { color: var(--text); font-weight: 600; border-color: var(--link); }
.top nav .count { margin-left: 0.3125rem; padding: 0 0.375rem; border-radius: 999px; background: var(--warn-ground); border: 1px solid var(--warn); color: var(--warn); font-size: 0.75rem; font-weight: 600; }
.who { display: flex; flex-wrap: wrap; gap: 0 1rem; margin-left: auto; font-size: 0.8125rem; color: var(--soft); align-items: center; }
.who .act { display: inline; }
button.plain { border: 0; background: none; padding: 0; color: var(--link); font-weight: 400; text-decoration: underline; }
.live { display: flex; gap: 0.375rem; align-items: baseline; }
.dot { flex: none; width: 0.5rem; height: 0.5rem; border-radius: 50%; border: 1px solid var(--idle); }
.live[data-state=on] .dot { background: var(--good); border-color: var(--good); }
.live[data-state=off] { color: var(--bad); font-weight: 600; }
.live[data-state=off] .dot { border-radius: 0; background: var(--bad); border-color: var(--bad); }
main { max-width: 96rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
.head { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: baseline; margin-bottom: 0.75rem; }
.head p { margin: 0; }
.said { background: var(--good-ground); border: 1px solid var(--good); border-radius: 4px; padding: 0.5rem 0.75rem; margin-bottom: 0.75rem; }
.pages { display: flex; gap: 1rem; margin-top: 0.75rem; }
@media (max-width: 40rem) {
  .top { padding: 0 0.75rem; gap: 0 0.625rem; }
  .top nav { order: 3; width: 100%; margin: 0 -0.4375rem; }
  .top nav a { padding: 0.5rem 0.4375rem 0.375rem; white-space: nowrap; }
  .brand { padding: 0.5rem 0; }
  .who { gap: 0 0.625rem; font-size: 0.75rem; }
  main { padding: 0.75rem 0.75rem 2rem; }
  h1 { font-size: 1.125rem; }
}
`;
