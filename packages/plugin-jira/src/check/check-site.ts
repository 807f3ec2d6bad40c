import { askQuestions, type Call, type CheckStep } from '@itsm-bridge/core';
import type { KeptScreen } from '../fields/keep-screen.ts';
import type { JiraSettings } from '../settings.ts';
import type { Connection } from '../site/connection.ts';
import { checkPermissions } from './check-permissions.ts';
import { checkScreen } from './check-screen.ts';
import { checkTransitions } from './check-transitions.ts';
import { lookAtProject, reachAndSignIn, searchProject } from './look-at-site.ts';

export interface Checking {
  readonly connection: Connection;
  readonly settings: JiraSettings;
  readonly screen: KeptScreen;
}

/** Read-only: everything that a delivery and its later changes need of the site, each with what to do where it is missing. */
export function checkSite(checking: Checking, { signal }: Pick<Call, 'signal'>): AsyncIterable<CheckStep> {
  const asked = { ...checking, signal };
  return askQuestions([
    ...[...reachAndSignIn(asked), lookAtProject(asked), checkPermissions(asked), searchProject(asked)],
    ...[...checkScreen(asked), ...checkTransitions(asked)],
  ]);
}

export type Asked = Checking & Pick<Call, 'signal'>;
