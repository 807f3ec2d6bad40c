export { freePort } from './free-port.ts';
export { poolFor } from './pool-for.ts';
export { password, startPostgres, type TestPostgres } from './start-postgres.ts';
