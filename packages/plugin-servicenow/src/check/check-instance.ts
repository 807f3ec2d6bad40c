import { askQuestions, type Call, type CheckStep } from '@itsm-bridge/core';
import type { KeptSchema } from '../fields/keep-schema.ts';
import type { Connection } from '../instance/connection.ts';
import type { ServiceNowSettings } from '../settings.ts';
import { readAttachments, readCorrelationId, readJournal, readTable } from './check-reads.ts';
import { checkRoles } from './check-roles.ts';
import { checkStates } from './check-states.ts';
import { checkWritable } from './check-writable.ts';
import { reachAndSignIn } from './reach-and-sign-in.ts';

export interface Checking {
  readonly connection: Connection;
  readonly settings: ServiceNowSettings;
  readonly schema: KeptSchema;
}

export type Asked = Checking & Call;

/** Read-only: everything that a delivery and its later changes need of the instance, each with what to do where it is missing. */
export function checkInstance(checking: Checking, call: Call): AsyncIterable<CheckStep> {
  const asked: Asked = { ...checking, ...call };
  return askQuestions([
    ...[...reachAndSignIn(asked), checkRoles(asked), readTable(asked), checkWritable(asked)],
    ...[readCorrelationId(asked), readJournal(asked), readAttachments(asked), ...checkStates(asked)],
  ]);
}
