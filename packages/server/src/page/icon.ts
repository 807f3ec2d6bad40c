/** A ticket with a pulse, in a colour that is seen on light and dark. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#3b73d1" d="M1 3h14v3.5a1.5 1.5 0 0 0 0 3V13H1V9.500a1.5 1.5 0 0 0 0-3z"/><path fill="none" stroke="#fff" stroke-width="1.2" d="M3.5 8h2l1.5-2.5 2 5L10.5 8h2"/></svg>
`;
