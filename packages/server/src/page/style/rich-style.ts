/** What somebody else wrote: the analysis, a ticket. */
export const richStyle = `
.ticket > section { border-top: 1px solid var(--line); padding-top: 0.5rem; margin-top: 0.5rem; }
.ticket > section > h3, .ticket > section > h4 { color: var(--soft); font-weight: 550; font-size: 0.8125rem; margin: 0 0 0.25rem; }
.rich > :first-child, .rich > :first-child > :first-child { margin-top: 0; }
.rich > :last-child { margin-bottom: 0; }
.rich h3, .rich h4, .rich h5, .rich h6 { font-size: 0.9375rem; margin: 0.75rem 0 0.25rem; }
.rich p, .rich ul, .rich ol { margin: 0 0 0.5rem; }
.rich ul, .rich ol { padding-left: 1.375rem; }
.rich .text { white-space: pre-wrap; }
.rich .scroll { overflow-x: auto; max-width: 100%; margin-bottom: 0.5rem; }
.rich table { width: auto; }
.rich th, .rich td { border: 1px solid var(--line); padding: 0.1875rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
.rich th > p, .rich td > p, .rich li > p { margin: 0; }
.rich blockquote { margin: 0.5rem 0; padding-left: 0.75rem; border-left: 3px solid var(--line); color: var(--soft); }
.rich hr { border: 0; border-top: 1px solid var(--line); margin: 0.75rem 0; }
.rich .panel { border-left: 3px solid var(--link); padding: 0.125rem 0.75rem; margin: 0.5rem 0; background: var(--ground); }
.rich .panel.error { border-color: var(--bad); }
.rich .badge { border: 1px solid currentColor; border-radius: 3px; padding: 0 0.3125rem; font-size: 0.8125rem; }
.rich .tasks { list-style: none; padding-left: 0.5rem; }
`;
