import { createServer } from 'node:http';
import { listenLocally } from '@itsm-bridge/test-postgres';
import { analysisOf } from '../drive/analysis-of.ts';
import { openDesk } from '../drive/open-desk.ts';
import { type Planted, planted } from '../secrets/planted.ts';
import { written } from '../secrets/written.ts';
import type { Site } from '../site.ts';
import { type OtherPath, seen } from '../world.ts';
import { chosenSites } from './chosen-sites.ts';

export const proxySecret: Planted = planted('the password of a proxy', 'plain');

/** A proxy that lets nobody through, and says who asked. */
async function startProxy() {
  const refuse = (headers: NodeJS.Dict<string | string[]>) =>
    [String(headers['proxy-authorization']), ...written(proxySecret.text)].join(' ');
  const server = createServer((request, response) => {
    const said = refuse(request.headers);
    response.writeHead(407, {
      'Content-Type': 'application/json',
      'Proxy-Authenticate': `Basic realm="${said.slice(0, 200)}"`,
    });
    response.end(JSON.stringify({ message: said, error: { message: said, detail: said }, errorMessages: [said] }));
  });
  server.on('connect', (request, socket) => {
    const said = refuse(request.headers).replace(/[^\x20-\x7e]/g, ' ');
    socket.end(`HTTP/1.1 407 ${said.slice(0, 500)}\r\nProxy-Authenticate: Basic realm="${said}"\r\n\r\n${said}`);
  });
  const port = await listenLocally(server);
  return {
    url: `http://canary:${encodeURIComponent(proxySecret.text)}@127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** An address is turned into one that fails before anything is heard. */
const members = (site: Site, endpoint: string, more: object = {}) => ({
  ...site.signIn.members(endpoint, () => 'x'),
  ...site.config,
  ...forSite(site, endpoint),
  ...more,
});

function forSite({ config }: Site, endpoint: string): object {
  const url = String(config.endpoint);
  return JSON.parse(JSON.stringify(config).replaceAll(new URL(url).origin, endpoint));
}

export const transportFailures: OtherPath = {
  name: 'no name, no listener, no TLS, a proxy that refuses',
  async go(world, see) {
    await using proxy = await startProxy();
    for (const site of chosenSites(world)) {
      const port = new URL(site.parrot.url).port;
      const elsewhere = [
        members(site, 'https://canary.invalid'),
        members(site, 'http://127.0.0.1:9'),
        // Speaks HTTP where TLS is expected, and the other way round; or has a certificate of nobody's.
        members(site, site.signIn.certificate ? `http://127.0.0.1:${port}` : `https://127.0.0.1:${port}`),
        ...(site.signIn.certificate
          ? [{ ...site.config, tls: { ...(site.config.tls as object), ca: 'client.pem' } }]
          : []),
        members(site, 'https://canary.invalid', { proxy: proxy.url }),
        members(site, 'https://canary.invalid', { proxy: proxy.url.replace(/:\d+$/, ':9') }),
      ];
      for (const member of elsewhere) {
        await seen(see, 'deliveries', async () => {
          const desk = await openDesk(site, { readable: false, members: member });
          await seen(see, 'deliveries', () => desk.itsm.createTickets(analysisOf('elsewhere')));
          await seen(see, 'checks', () => desk.itsm.check({ online: true }));
          await desk.itsm.close();
          see('the log in JSON', desk.log());
        });
      }
    }
  },
};
