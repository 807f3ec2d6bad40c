import { configJsonSchema, ItsmError } from '@itsm-bridge/core';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { lesson } from './lesson.ts';
import type { PluginUnderTest } from './plugin-under-test.ts';
import { formsOf } from './shows.ts';
import type { OpenSubject } from './subject.ts';

/** What the plugin says of itself, and what it takes from a config. */
export function testSettings(
  { describe, it }: TestRunner,
  open: OpenSubject,
  { plugin, dryRun, open: openPlatform }: PluginUnderTest,
): void {
  const refusal = async (members: object, wrong: Readonly<Record<string, string>> = {}) => {
    try {
      await using subject = await open({ ...members, ...wrong });
      return void subject;
    } catch (error) {
      return error;
    }
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
      const schema = JSON.stringify(configJsonSchema(new Map([[plugin.name, plugin]]), { dry_run: dryRun }));
      lesson(
        schema.includes('"endpoint"') || schema.includes('"properties"'),
        'The JSON Schema of the settings is empty: build them of zod types that z.toJSONSchema knows.',
      );
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
      const open_ = Object.entries(env).find(([, secret]) => formsOf(secret).some(form => shown.includes(form)));
      lesson(
        !open_,
        `The parsed settings hold the value of \${${open_?.[0]}} as plain text: use secret() of core, which reveals it per request.`,
      );
    });

    it('names the variable that is missing', async () => {
      const platform = await openPlatform();
      const [variable] = Object.keys(platform.env);
      await platform.simulator.close();
      if (variable === undefined) return;
      const error = await refusal({}, {});
      lesson(!error, `The config of the suite is refused: ${error instanceof Error ? error.message : ''}`);
    });

    it('fills its own template with every member that an analysis has', async () => {
      await using subject = await open();
      const steps = await subject.itsm.check();
      const failed = steps.find(({ ok }) => !ok);
      lesson(!failed, `The offline check fails at "${failed?.step}": ${failed?.detail}`);
    });
  });
}

const reveal = (value: string, env: Readonly<Record<string, string>>): string =>
  value.replace(/\$\{(\w+)\}/g, (whole, name: string) => env[name] ?? whole);
