import { inspect } from 'node:util';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { lesson } from './lesson.ts';
import { madeTicket, never, type Operation, operationsOf } from './operations.ts';
import { quotingEffects, secretsOf } from './quotes.ts';
import { formsOf, renderings } from './shows.ts';
import type { OpenSubject, Subject } from './subject.ts';

/** A platform that quotes the request back, in every answer that it has: nothing of it gets into an error. */
export function testSecrets({ describe, it }: TestRunner, open: OpenSubject): void {
  /** The operation once for each answer, on as many platforms as there are groups. */
  const showsNone = async (name: string, pick: (subject: Subject) => Promise<Operation | undefined>) => {
    for (let group = 0; ; group++) {
      await using subject = await open();
      const operation = await pick(subject);
      if (!operation) return;
      const secrets = secretsOf(subject);
      const groups = quotingEffects(secrets.map(([, secret]) => secret).join(' '));
      const effects = groups[group];
      if (!effects) return;
      for (const effect of effects) {
        const { simulator } = subject.platform;
        simulator.clearRequests();
        simulator.fault({ times: Number.POSITIVE_INFINITY, effect });
        const said = await operation.run(never).then(shownOf, shownOf);
        const [leaked] = secrets.find(([, secret]) => formsOf(secret).some(form => said.includes(form))) ?? [];
        lesson(
          leaked === undefined,
          `${name} shows the value of ${leaked} where the platform quotes it (${inspect(effect, { breakLength: Number.POSITIVE_INFINITY }).slice(0, 60)} …): errors and steps are logged, stored and shown. Throw what createHttp throws, or words without headers and bodies of the request.`,
        );
      }
    }
  };

  const create = async (subject: Subject): Promise<Operation> => {
    const { draft } = await madeTicket(subject);
    const payload = subject.adapter.prepare(draft);
    return { name: 'create', run: signal => subject.adapter.create(payload, { key: draft.key, signal }) };
  };
  const other = (name: string) => async (subject: Subject) =>
    operationsOf(subject, await madeTicket(subject)).find(operation => operation.name === name);

  describe('create', () => {
    it('shows no secret in any failure', () => showsNone('create', create));
  });
  for (const name of ['find', 'update', 'findChange', 'read', 'locate', 'resolve', 'misfits', 'fields'])
    describe(name, () => {
      it('shows no secret in any failure', () => showsNone(name, other(name)));
    });
  describe('check', () => {
    it('shows no secret in any step that failed', () => showsNone('check', other('check')));
  });
}

/** A failure in every way in which it gets into a log; the failed steps of a check; nothing of what was a success. */
const shownOf = (outcome: unknown): string => {
  if (outcome instanceof Error) return renderings(outcome).join('\n');
  return Array.isArray(outcome) ? JSON.stringify(outcome.filter(step => step?.ok === false)) : '';
};
