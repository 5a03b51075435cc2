import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Config } from './config/config.ts';
import type { Duet } from './duet.ts';
import { loadPage } from './http/static-files.ts';
import { webApp } from './http/web-app.ts';
import { HourlyVersions } from './meetings/hourly-versions.ts';
import { newMetrics } from './metrics.ts';
import { upgradeHandler } from './sockets/upgrade.ts';

export interface ServerOptions {
  readonly duet: Duet;
  /** The folder of the built page. */
  readonly pageFolder: string;
}

export interface RunningServer {
  /** Where it can be reached from this machine. */
  readonly url: string;
  /** No new requests or sockets; whatever was received is committed, and everybody is told to come back (G11). */
  stop(): Promise<void>;
}

/** Requests that are still running when the sockets are closed get this long. */
const REQUESTS_MS = 3000;

/** Listens for requests and sockets. @throws the error of `listen`. */
export async function startServer({ duet, pageFolder }: ServerOptions): Promise<RunningServer> {
  const { config } = duet;
  const metrics = newMetrics(duet.sync, duet.store, duet.followUps);
  const versions = new HourlyVersions(duet);
  let stopping = false;
  const isStopping = () => stopping;
  const page = await loadPage(pageFolder);
  const web = webApp({ duet, metrics, page, isStopping });
  const server = createServer(getRequestListener(web.fetch));
  server.on('upgrade', upgradeHandler(duet, versions, isStopping));
  await listen(server, config);
  versions.start();
  await duet.followUps.start();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${reachable(config.host)}:${port}`,
    async stop() {
      stopping = true;
      versions.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await Promise.all([duet.sync.close(), duet.followUps.stop()]);
      const cut = setTimeout(() => server.closeAllConnections(), REQUESTS_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The address that a browser on this machine can open. */
function reachable(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
