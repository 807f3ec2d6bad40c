import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { deliveryEntity } from './delivery-entity.ts';
import { type MigrateOptions, migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { answerWithinMs } from './pool-of.ts';

export interface DataSourceOptions extends MigrateOptions {
  readonly connection:
    | { readonly url: string }
    | { readonly host: string; readonly port: number; readonly username: string; readonly database: string };
  readonly schema: string;
  readonly poolSize: number;
}

const connectTimeoutMs = 10_000;

/** Connected; its tables as they are. */
export async function connectDataSource({
  connection,
  schema,
  poolSize,
}: Omit<DataSourceOptions, keyof MigrateOptions>): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    ...connection,
    schema,
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    applicationName: 'itsm-bridge',
    entities: [deliveryEntity],
    migrations: [...allMigrations(schema)],
    installExtensions: false,
    logging: false,
    // A server that goes away while nobody asks it anything is no news: the next statement finds out and says so.
    poolErrorHandler: () => {},
    // TypeORM's own statements; `poolOf` gives up the connection as well.
    extra: { keepAlive: true, query_timeout: answerWithinMs, verify: withErrorListener },
  });
  return dataSource.initialize();
}

/** Connected, and its tables up to date. */
export async function openDataSource({ connection, schema, poolSize, ...how }: DataSourceOptions): Promise<DataSource> {
  const dataSource = await connectDataSource({ connection, schema, poolSize });
  try {
    await migrate(dataSource, schema, how);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/**
 * pg-pool listens to the errors of idle connections, and a statement to its own: one that the server ends in between, just
 * handed out, would end the process.
 */
function withErrorListener(client: Client, done: () => void): void {
  client.on('error', () => {});
  done();
}
