import { type Call, type CheckStep, ItsmError } from '@itsm-bridge/core';
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

/** One question to the site. It answers with what was found, or throws. */
export interface Question {
  readonly step: string;
  /** What to do where it fails. */
  readonly hint: string;
  /** Without it nothing further can be asked. @default false */
  readonly vital?: boolean;
  ask(): Promise<string>;
}

/** Read-only: everything that a delivery and its later changes need of the site, each with what to do where it is missing. */
export async function* checkSite(checking: Checking, { signal }: Pick<Call, 'signal'>): AsyncIterable<CheckStep> {
  const asked = { ...checking, signal };
  const questions: readonly Question[] = [
    ...[...reachAndSignIn(asked), lookAtProject(asked), checkPermissions(asked)],
    ...[...checkScreen(asked), searchProject(asked), ...checkTransitions(asked)],
  ];
  for (const { step, hint, vital, ask } of questions) {
    try {
      yield { step, ok: true, detail: await ask() };
    } catch (error) {
      if (!ItsmError.is(error)) throw error;
      yield { step, ok: false, detail: error.message, hint };
      if (vital) return;
    }
  }
}

export type Asked = Checking & Pick<Call, 'signal'>;
