/**
 * Whether a Host header names this machine. A name of somebody else's that leads to 127.0.0.1 does not: so no page of
 * theirs reads ours.
 */
export const isLoopbackHost = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host ?? '');
