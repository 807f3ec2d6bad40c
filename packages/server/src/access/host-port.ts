export interface HostPort {
  /** As `URL` has it: lower case, IPv6 in brackets, IPv4 in four parts. */
  readonly host: string;
  /** Absent: the usual one of http or https. */
  readonly port?: number;
}

/** Takes a Host header apart. Undefined: it is none. */
export function hostPort(text: string): HostPort | undefined {
  // What URL would take as another part of an address, or leave out.
  if (text === '' || /[^\w.:[\]-]/.test(text)) return undefined;
  const url = URL.parse(`http://${text}`);
  if (url === null || url.hostname === '') return undefined;
  const [, port] = /:(\d+)$/.exec(text.replace(/^\[.*\]/, '')) ?? [];
  return { host: url.hostname.replace(/\.$/, ''), ...(port === undefined ? {} : { port: Number(port) }) };
}
