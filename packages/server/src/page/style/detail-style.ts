/** One delivery, the review, health. */
export const detailStyle = `
.columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 0 1rem; align-items: start; }
.story { list-style: none; margin: 0; padding: 0; }
.story li { position: relative; padding: 0 0 0.75rem 1.25rem; border-left: 2px solid var(--line); margin-left: 0.3125rem; }
.story li:last-child { padding-bottom: 0; border-color: transparent; }
.story li::before { content: ''; position: absolute; left: -0.4375rem; top: 0.25rem; width: 0.75rem; height: 0.75rem; border-radius: 50%; background: var(--card); border: 2px solid currentColor; }
.story .bad::before { border-radius: 2px; }
.story .warn::before { border-radius: 2px; transform: rotate(45deg) scale(0.85); }
.story li > * { color: var(--text); }
.story .what { font-weight: 600; }
.story .when { color: var(--soft); font-size: 0.8571rem; display: block; }
.story p { margin: 0.125rem 0 0; }
.story .quiet { color: var(--soft); }
.job { margin-bottom: 1.25rem; }
.job > h2 { font-size: 1rem; display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; }
.job > h2 .soft { font-weight: 400; font-size: 0.8571rem; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 0.75rem; align-items: start; }
.beside .card { margin: 0; }
.rich[tabindex] { max-height: 40rem; overflow: auto; }
.beside .rich[tabindex] { max-height: 24rem; }
.card > header { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; margin-bottom: 0.625rem; }
.card > header h2, .card > header h3 { margin: 0; font-size: 0.9375rem; }
.card > header .end { margin-left: auto; }
.many { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; background: var(--card); border: 1px solid var(--line); border-radius: 6px 6px 0 0; padding: 0.5rem 1rem; margin-top: 0.75rem; }
.many p { margin: 0; }
.chart { display: block; width: 100%; height: 3.5rem; }
.part { margin-bottom: 0.75rem; }
.chart .made { fill: var(--good); }
.chart .lost { fill: var(--bad); }
.chart .base { stroke: var(--strong-line); stroke-width: 1; }
.scale { display: flex; justify-content: space-between; margin: 0; color: var(--soft); font-size: 0.75rem; }
.key { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; margin: 0.125rem 0 0.5rem; padding: 0; color: var(--soft); font-size: 0.8125rem; }
.key li::before { content: ''; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: 0.3125rem; }
.key .made::before { background: var(--good); }
.key .lost::before { background: var(--bad); }
.difference td { vertical-align: top; }
.difference ins { background: var(--good-ground); color: var(--good); text-decoration: none; }
.difference del { background: var(--bad-ground); color: var(--bad); text-decoration: none; }
.difference { table-layout: fixed; margin-bottom: 0.75rem; }
.difference th:first-child { width: 22%; }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 48rem) { .difference td[data-name]::before { content: attr(data-name) ': '; color: var(--soft); } }
@media (max-width: 40rem) { .many { position: static; } }
`;
