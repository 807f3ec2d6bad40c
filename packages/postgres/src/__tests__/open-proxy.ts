import { connect, createServer, type Socket } from 'node:net';
import { listenLocally } from '@itsm-bridge/test-postgres';

/** Passes bytes on, until it is frozen: then the connections of that moment stay open and silent; later ones work. */
export async function openProxy(target: number) {
  const sockets: { readonly near: Socket; readonly far: Socket }[] = [];
  const server = createServer(near => {
    const far = connect(target, '127.0.0.1');
    sockets.push({ near, far });
    near.pipe(far);
    far.pipe(near);
    for (const socket of [near, far]) socket.on('error', () => {});
  });
  const port = await listenLocally(server);
  return {
    port,
    connections: () => sockets.length,
    freeze() {
      for (const { near, far } of sockets) {
        near.unpipe(far);
        far.unpipe(near);
        near.on('data', () => {});
      }
    },
    async [Symbol.asyncDispose]() {
      for (const { near, far } of sockets) {
        near.destroy();
        far.destroy();
      }
      await new Promise(resolve => server.close(resolve));
    },
  };
}
