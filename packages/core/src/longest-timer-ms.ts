/** Milliseconds, of a timer of Node's: a longer one is over at once. */
export const longestTimerMs = 2 ** 31 - 1;
