import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';

export interface RawServer extends AsyncDisposable {
  readonly port: number;
}

/** A server that leaves every connection to `serve`: for what node:http would not do. */
export async function rawServer(serve: (socket: net.Socket) => void): Promise<RawServer> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer(socket => {
    sockets.add(socket.on('error', () => {}));
    serve(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
