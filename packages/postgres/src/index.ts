export { createPostgresLedger, type PostgresLedgerOptions } from './create-postgres-ledger.ts';
export { migrationSql } from './migration-sql.ts';
export { type MigrationOptions, type MigrationStatus, migratePostgres, migrationStatus } from './migration-status.ts';
export { type EmbeddedLedgerOptions, openEmbeddedLedger } from './open-embedded-ledger.ts';
export { type OpenLedgerOptions, openLedger } from './open-ledger.ts';
