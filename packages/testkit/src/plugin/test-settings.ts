import { ItsmError } from '@itsm-bridge/core';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { lesson } from './lesson.ts';
import type { PluginUnderTest } from './plugin-under-test.ts';
import { openObject, settingsSchema } from './settings-schema.ts';
import { formsOf } from './shows.ts';
import type { OpenSubject } from './subject.ts';

/** What the plugin says of itself, and what it takes from a config. */
export function testSettings(
  { describe, it }: TestRunner,
  open: OpenSubject,
  { plugin, dryRun, open: openPlatform }: PluginUnderTest,
): void {
  const refusal = async (members: Readonly<Record<string, unknown>>, env?: Readonly<Record<string, string>>) => {
    try {
      await using subject = await open(members, env);
      return void subject;
    } catch (error) {
      return error;
    }
  };

  const platformOf = async () => {
    const platform = await openPlatform();
    await platform.simulator.close();
    return platform;
  };

  describe('the plugin', () => {
    it('has a name that can be a config key, and a window', async () => {
      lesson(
        /^[a-z][a-z0-9_-]*$/.test(plugin.name),
        `The name "${plugin.name}" is the key of an integration in a config file: lower-case letters, digits, "_" and "-".`,
      );
      lesson(
        plugin.settleWindowMs > 0,
        'settleWindowMs is 0: say how long the platform may go on with a request that nobody waits for any more.',
      );
    });

    it('refuses a member that it does not know, by name', async () => {
      const error = await refusal({ no_such_member: true });
      lesson(
        ItsmError.is(error) && error.kind === 'config' && error.message.includes('no_such_member'),
        'The settings take a member that nothing reads: a typo in a config would never be found. Use z.strictObject.',
      );
    });

    it('has settings that an editor can be told about', async () => {
      const { config, env } = await platformOf();
      const schema = settingsSchema(plugin, dryRun);
      const missing = Object.keys(config).find(member => !Object.hasOwn(schema.properties ?? {}, member));
      lesson(
        missing === undefined,
        `The JSON Schema of the settings does not have "${missing}", which a config has: build them of zod types that z.toJSONSchema knows, as one strict object.`,
      );
      const loose = openObject(schema);
      lesson(
        loose === undefined,
        `The settings take any member in "${loose}": a typo there would never be found. Use z.strictObject, inside of others as well.`,
      );
      const shown = JSON.stringify(schema);
      const secret = Object.keys(env).find(name => shown.includes(env[name] ?? ''));
      lesson(secret === undefined, `The JSON Schema holds the value of ${secret}: a secret has no default.`);
    });

    it('holds secrets as handles: nothing that it shows has one', async () => {
      await using subject = await open();
      const { config, env } = subject.platform;
      const values = Object.fromEntries(
        Object.entries(config).map(([member, value]) => [
          member,
          typeof value === 'string' ? reveal(value, env) : value,
        ]),
      );
      const parsed = plugin.settings.safeParse(values);
      const shown = JSON.stringify(parsed.data ?? {});
      const told = Object.entries(env).find(([, secret]) => formsOf(secret).some(form => shown.includes(form)));
      lesson(
        !told,
        `The parsed settings hold the value of \${${told?.[0]}} as plain text: use secret() of core, which reveals it per request.`,
      );
    });

    it('names the variable that is missing', async () => {
      const { env } = await platformOf();
      for (const variable of Object.keys(env)) {
        const { [variable]: _, ...others } = env;
        const error = await refusal({}, others);
        lesson(
          ItsmError.is(error) && error.kind === 'config' && error.message.includes(variable),
          `Without the variable ${variable} the config is ${error ? `refused with "${messageOf(error)}"` : 'taken'}, and nobody is told what to set: use secret() of core for what is secret, which names the variable before anything is sent.`,
        );
      }
    });

    it('fills its own template with every member that an analysis has', async () => {
      await using subject = await open();
      const steps = await subject.itsm.check();
      const failed = steps.find(({ ok }) => !ok);
      lesson(!failed, `The offline check fails at "${failed?.step}": ${failed?.detail}`);
    });
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const reveal = (value: string, env: Readonly<Record<string, string>>): string =>
  value.replace(/\$\{(\w+)\}/g, (whole, name: string) => env[name] ?? whole);
