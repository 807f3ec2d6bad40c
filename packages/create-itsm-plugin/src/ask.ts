import { createInterface } from 'node:readline';
import { type Choices, defaultPackageName, problemWith } from './choices.ts';
import { isSignInKind, signIns } from './sign-in.ts';

export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
}

/** Asks what was not given; an empty answer takes what stands in brackets. */
export async function ask(given: Partial<Choices>, { stdin, stdout }: Terminal): Promise<Choices> {
  const lines = createInterface({ input: stdin });
  // One after the other, also where all of them are there at once, as from a pipe.
  const typed = lines[Symbol.asyncIterator]();
  const answer = async (question: string, fallback: string, problem: (word: string) => string | undefined) => {
    for (;;) {
      stdout.write(`${question} [${fallback}] `);
      const { value, done } = await typed.next();
      if (done) {
        stdout.write('\n');
        throw new Error(
          'The input ended before every question was answered. Answer them, or give --yes after "--": npm create itsm-plugin opsdesk -- --yes',
        );
      }
      const word = value.trim() || fallback;
      const wrong = problem(word);
      if (wrong === undefined) return word;
      stdout.write(`  ${wrong}\n`);
    }
  };
  try {
    const platform =
      given.platform ?? (await answer('Which platform? The key of its integrations', 'opsdesk', problemWith.platform));
    const packageName =
      given.packageName ?? (await answer('The package', defaultPackageName(platform), problemWith.packageName));
    const ways = Object.entries(signIns).map(([kind, { title }]) => `  ${kind.padEnd(8)} ${title}\n`);
    if (given.signIn === undefined) stdout.write(ways.join(''));
    const signIn = given.signIn ?? (await answer('How does it sign in?', 'bearer', problemWith.signIn));
    return { platform, packageName, signIn: isSignInKind(signIn) ? signIn : 'bearer' };
  } finally {
    lines.close();
  }
}
