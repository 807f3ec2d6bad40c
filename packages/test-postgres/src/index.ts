export { freePort } from './free-port.ts';
export { installedPostgres } from './installed-postgres.ts';
export { listenLocally } from './listen-locally.ts';
export { type Pool, poolFor } from './pool-for.ts';
export { password, startPostgres, type TestPostgres } from './start-postgres.ts';
