/**
 * How the texts of a ticket look, inside of an element of class `rich`. The page around gives the colours, as `--line`,
 * `--link`, `--soft`, `--ground` and `--bad`, and how code looks.
 */
export const richStyle = `
.rich > :first-child, .rich > :first-child > :first-child { margin-top: 0; }
.rich > :last-child { margin-bottom: 0; }
.rich h3, .rich h4, .rich h5, .rich h6 { font-size: 1.07em; margin: 0.75rem 0 0.25rem; }
.rich p, .rich ul, .rich ol { margin: 0 0 0.5rem; }
.rich ul, .rich ol { padding-left: 1.375rem; }
.rich table { width: auto; border-collapse: collapse; }
.rich th, .rich td { border: 1px solid var(--line); padding: 0.1875rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
.rich th > p, .rich td > p, .rich li > p { margin: 0; }
.rich blockquote { margin: 0.5rem 0; padding-left: 0.75rem; border-left: 3px solid var(--line); color: var(--soft); }
.rich hr { border: 0; border-top: 1px solid var(--line); margin: 0.75rem 0; }
.text { white-space: pre-wrap; }
.scroll { overflow-x: auto; max-width: 100%; margin-bottom: 0.5rem; }
.panel { border-left: 3px solid var(--link); padding: 0.125rem 0.75rem; margin: 0.5rem 0; background: var(--ground); }
.panel.error { border-color: var(--bad); }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 0.25rem; padding: 0 0.3125rem; font-size: 0.8125rem; }
.rich .tasks { list-style: none; padding-left: 0.5rem; }
`;
