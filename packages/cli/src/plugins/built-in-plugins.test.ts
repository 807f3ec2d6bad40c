import { expect, it } from 'vitest';
import { builtInPlugins } from './built-in-plugins.ts';

it.each([
  ['nothing', [], ['servicenow', 'jira']],
  ['one that comes with the command', ['jira'], ['jira']],
  ['one that comes with the command, twice', ['servicenow', 'servicenow'], ['servicenow']],
  ['one that does not, too', ['jira', 'github'], ['servicenow', 'jira']],
  ['a misspelt one', ['jirra'], ['servicenow', 'jira']],
])('of a config that asks for %s', async (_, wanted, loaded) => {
  expect((await builtInPlugins(wanted)).map(({ name }) => name)).toEqual(loaded);
});
