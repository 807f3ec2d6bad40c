/** A ticket, and where its texts stand. */
export const ticketStyle = `
.ticket > section { border-top: 1px solid var(--line); padding-top: 0.5rem; margin-top: 0.5rem; }
.ticket > section > h3, .ticket > section > h4 { color: var(--soft); font-weight: 550; font-size: 0.8125rem; margin: 0 0 0.25rem; }
`;
