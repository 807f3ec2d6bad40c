import { type Call, type CheckStep, ItsmError } from '@itsm-bridge/core';
import type { Connection } from '../site/connection.ts';

/** Read-only: does the site answer, does it let us in, is the project there. */
export async function* checkSite({ api, endpoint, project }: Connection, { signal }: Call): AsyncIterable<CheckStep> {
  const steps = [
    {
      step: 'sign in',
      path: '/myself',
      detail: `${endpoint} lets this user in.`,
      hint: 'Check e-mail, token and its expiry.',
    },
    {
      step: `project ${project}`,
      path: `/project/${project}`,
      detail: `${project} is there.`,
      hint: 'Check project_key, and that this user may browse the project.',
    },
  ];
  for (const { step, path, detail, hint } of steps) {
    try {
      await api.get(path, { signal });
      yield { step, ok: true, detail };
    } catch (error) {
      if (!ItsmError.is(error)) throw error;
      yield { step, ok: false, detail: error.message, hint };
      return;
    }
  }
}
