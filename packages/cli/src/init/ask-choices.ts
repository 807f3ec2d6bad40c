import { ItsmError } from '@itsm-bridge/core';
import { openDialog } from 'create-itsm-plugin';
import type { Io } from '../io.ts';
import { type Choices, defaultChoices, platformsOf, problemWithPlatforms } from './choices.ts';

/**
 * Asks what was not given; an empty answer takes what stands in brackets.
 *
 * @throws ItsmError kind `input`: the input ended before every question was answered.
 */
export async function askChoices(given: Partial<Choices>, { stdin, stdout, signal }: Io): Promise<Choices> {
  using dialog = openDialog({ stdin, stdout, signal }, 'Nothing was written. With --yes nothing is asked.');
  const isYes = async (question: string, fallback: boolean) =>
    /^y/i.test(await dialog.answer(question, fallback ? 'yes' : 'no', problemWithYes));
  try {
    return {
      platforms:
        given.platforms ??
        platformsOf(await dialog.answer('Which platforms?', defaultChoices.platforms.join(','), problemWithPlatforms)),
      dryRun: given.dryRun ?? (await isYes('Begin with dry runs, which send nothing?', defaultChoices.dryRun)),
      templates: given.templates ?? (await isYes('Write the templates, to change them?', defaultChoices.templates)),
    };
  } catch (cause) {
    throw new ItsmError('input', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

const problemWithYes = (word: string): string | undefined =>
  /^(y|yes|n|no)$/i.test(word) ? undefined : `found "${word}"; accepted are yes and no`;
