import type { CheckStep } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

/** One question of a plugin's check. It answers with what was found, or throws. */
export interface CheckQuestion {
  readonly step: string;
  /** What to do where it fails. */
  readonly hint: string;
  /** Without it nothing further can be asked. @default false */
  readonly vital?: boolean;
  ask(): Promise<string>;
}

/**
 * Asks one after the other and tells of each what came of it. A question that fails is a step like the others, with its
 * hint; after a vital one nothing more is asked.
 *
 * @throws whatever is no ItsmError: that is a mistake in a question, and no answer of the platform.
 */
export async function* askQuestions(questions: Iterable<CheckQuestion>): AsyncGenerator<CheckStep, void> {
  for (const question of questions) {
    const { step, hint, vital = false } = question;
    try {
      yield { step, ok: true, detail: await question.ask() };
    } catch (error) {
      if (!ItsmError.is(error)) throw error;
      yield { step, ok: false, detail: error.message, hint };
      if (vital) return;
    }
  }
}
