import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Door extends AsyncDisposable {
  /** `127.0.0.1:8080` */
  readonly host: string;
  /** Whoever comes from now on is led to the server at that URL; undefined: it is as if nobody were there. */
  leadTo(url: string | undefined): void;
}

/** An address that stays, whichever server is behind it: a port that a server has left may be anybody's. */
export async function openDoor(): Promise<Door> {
  let port: number | undefined;
  const visitors = new Set<Socket>();
  const server = createServer(visitor => {
    if (port === undefined) return void visitor.destroy();
    const inner = connect(port, '127.0.0.1');
    visitors.add(visitor);
    visitor
      .on('error', () => {})
      .on('close', () => {
        visitors.delete(visitor);
        inner.destroy();
      });
    inner.on('error', () => {}).on('close', () => visitor.destroy());
    visitor.pipe(inner).pipe(visitor);
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo(url) {
      port = url === undefined ? undefined : Number(new URL(url).port);
    },
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise(resolve => server.close(resolve));
      for (const visitor of visitors) visitor.destroy();
      await closed;
    },
  };
}
