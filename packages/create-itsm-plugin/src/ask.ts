import { type Choices, defaultPackageName, problemWith } from './choices.ts';
import { openDialog, type Terminal } from './open-dialog.ts';
import { isSignInKind, signIns } from './sign-in.ts';

/** Asks what was not given; an empty answer takes what stands in brackets. */
export async function ask(given: Partial<Choices>, terminal: Terminal): Promise<Choices> {
  using dialog = openDialog(terminal, 'Answer them, or give --yes after "--": npm create itsm-plugin opsdesk -- --yes');
  const platform =
    given.platform ??
    (await dialog.answer('Which platform? The key of its integrations', 'opsdesk', problemWith.platform));
  const packageName =
    given.packageName ?? (await dialog.answer('The package', defaultPackageName(platform), problemWith.packageName));
  const ways = Object.entries(signIns).map(([kind, { title }]) => `  ${kind.padEnd(8)} ${title}\n`);
  if (given.signIn === undefined) terminal.stdout.write(ways.join(''));
  const signIn = given.signIn ?? (await dialog.answer('How does it sign in?', 'bearer', problemWith.signIn));
  return { platform, packageName, signIn: isSignInKind(signIn) ? signIn : 'bearer' };
}
