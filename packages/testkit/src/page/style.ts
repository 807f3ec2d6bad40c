import { richStyle } from '@itsm-bridge/ticket-view';

/** Follows the colours that the system asks for; one column that fits a phone. */
export const style = `${richStyle}
:root {
  color-scheme: light dark;
  --ground: light-dark(#f5f6f8, #14171c);
  --card: light-dark(#ffffff, #1d2128);
  --line: light-dark(#d8dce3, #363c47);
  --text: light-dark(#1b2230, #e6e9ef);
  --soft: light-dark(#5a6478, #a0a9ba);
  --link: light-dark(#1a56b8, #8ab4f8);
  --servicenow: light-dark(#14663c, #7fd6a4);
  --jira: light-dark(#1a4fae, #8fb5ff);
  --bad: light-dark(#b3261e, #f2a39c);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 16px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
header, main { max-width: 58rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; padding-top: 0.75rem; }
header p { margin: 0; margin-left: auto; color: var(--soft); font-size: 0.875rem; }
.owner { font-weight: 600; }
main { padding-bottom: 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.125rem; margin: 0 0 0.5rem; }
h3, h4, h5, h6 { font-size: 1rem; margin: 1rem 0 0.25rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
time, .meta, .foot, .none { color: var(--soft); font-size: 0.875rem; font-weight: normal; }
.none { margin: 0; }
.number { font-variant-numeric: tabular-nums; font-weight: 600; }
.platform {
  display: inline-block;
  border: 1px solid currentColor;
  border-radius: 0.25rem;
  padding: 0 0.375rem;
  font-size: 0.8125rem;
  white-space: nowrap;
  width: 6.5rem;
  text-align: center;
  font-weight: 600;
}
.platform.servicenow { color: var(--servicenow); }
.platform.jira { color: var(--jira); }
.tickets { list-style: none; margin: 0; padding: 0; }
.tickets li {
  position: relative;
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0.125rem 0.75rem;
  align-items: baseline;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  padding: 0.625rem 0.875rem;
  margin-bottom: 0.5rem;
}
.tickets li:hover { border-color: var(--link); }
.tickets a { color: inherit; text-decoration: none; }
.tickets a:hover span:last-child { text-decoration: underline; }
.tickets a::after { content: ''; position: absolute; inset: 0; border-radius: 0.5rem; }
.tickets a:focus-visible { outline: none; }
.tickets a:focus-visible::after { outline: 3px solid var(--link); outline-offset: 1px; }
.tickets .number { color: var(--link); }
.meta { grid-column: 2; display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; }
dl {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
  gap: 0.75rem 1rem;
  margin: 0 0 1rem;
}
dt { color: var(--soft); font-size: 0.8125rem; }
dd { margin: 0; white-space: pre-wrap; }
.long { grid-column: 1 / -1; }
dl, main > section {
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  padding: 0.875rem 1rem;
  margin-bottom: 1rem;
}
article + article { border-top: 1px solid var(--line); margin-top: 0.75rem; padding-top: 0.75rem; }
.rich article > h3 { margin: 0 0 0.25rem; }
pre { overflow-x: auto; max-width: 100%; background: var(--ground); border: 1px solid var(--line); border-radius: 0.25rem; padding: 0.5rem 0.75rem; }
.command { white-space: pre-wrap; }
.command span { display: inline-block; }
code { font: 0.875em/1.45 ui-monospace, monospace; }
@media (max-width: 30rem) {
  .tickets li { grid-template-columns: 1fr; }
  .platform { width: auto; justify-self: start; }
  .meta { grid-column: 1; }
  dl { grid-template-columns: repeat(auto-fill, minmax(8.25rem, 1fr)); }
  h1 { font-size: 1.25rem; }
}
`;
