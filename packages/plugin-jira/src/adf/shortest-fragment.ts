/** Characters. What is left of a cut text or paragraph and is shorter than this says nothing. */
export const shortestFragment = 40;
