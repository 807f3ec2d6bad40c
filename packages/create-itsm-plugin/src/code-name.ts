/** `service-desk` → `serviceDesk`: what the plugin is called in code. A word that means something there gets a tail. */
export function codeName(platform: string): string {
  const name = platform.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return words.has(name) ? `${name}Plugin` : name;
}

const ofTheLanguage =
  'arguments await break case catch class const continue debugger default delete do else enum escape eval export extends ' +
  'false finally for function if implements import in instanceof interface let new null package private protected public ' +
  'return static super switch this throw true try typeof undefined unescape var void while with yield';

/** What the files of the template import or declare beside the plugin. */
const ofTheTemplate =
  'askQuestions basicAuth bearerAuth bodyToText createItsm cutText definePlugin describe describeJson dryRun endpoint ' +
  'errorMessage expected fieldsOf foundReply it itsm jsonReply pluginContract prepare refusal sandboxSecret schema secret settings ' +
  'signInWith startPlatform startSimulator textLimit ticket title titleLimit z';

const words: ReadonlySet<string> = new Set([...ofTheLanguage.split(' '), ...ofTheTemplate.split(' ')]);
