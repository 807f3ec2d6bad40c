/** @param host An address or a name, IPv6 with or without brackets, IPv4 also as IPv6 has it (`::ffff:127.0.0.1`). */
export function isLoopbackHost(host: string): boolean {
  const bare = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || bare === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(bare);
}
