import { askQuestions, type Call, type CheckStep, readOnce } from '@itsm-bridge/core';
import type { KeptSchema } from '../fields/keep-schema.ts';
import type { Connection } from '../instance/connection.ts';
import type { ServiceNowSettings } from '../settings.ts';
import { checkImport } from './check-import.ts';
import { readAttachments, readCorrelationId, readJournal, readTable } from './check-reads.ts';
import { checkRoles } from './check-roles.ts';
import { checkStates } from './check-states.ts';
import { checkWritable } from './check-writable.ts';
import { reachAndSignIn } from './reach-and-sign-in.ts';
import { rolesOf } from './roles-of.ts';

export interface Checking {
  readonly connection: Connection;
  readonly settings: ServiceNowSettings;
  readonly schema: KeptSchema;
}

export interface Asked extends Checking, Call {
  /** In alphabetical order; a text says why they cannot be told. */
  roles(): Promise<readonly string[] | string>;
}

/** Read-only: everything that a delivery and its later changes need of the instance, each with what to do where it is missing. */
export function checkInstance(checking: Checking, call: Call): AsyncIterable<CheckStep> {
  const { connection } = checking;
  const asked: Asked = { ...checking, ...call, roles: readOnce(() => rolesOf(connection, call.signal)) };
  return askQuestions([
    ...[...reachAndSignIn(asked), checkRoles(asked), readTable(asked), checkWritable(asked), ...checkImport(asked)],
    ...[readCorrelationId(asked), readJournal(asked), readAttachments(asked), ...checkStates(asked)],
  ]);
}
