import { isDeepStrictEqual } from 'node:util';
import { callOf } from '../adapter/call-of.ts';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { attempt } from './attempt.ts';
import { deepFreeze } from './deep-freeze.ts';
import { lesson } from './lesson.ts';
import { hugeAnalyses } from './samples.ts';
import type { OpenSubject, Subject } from './subject.ts';
import { withoutChance } from './without-chance.ts';

/** What core may ask as often as it likes, before anything is sent. */
export function testPrepare({ describe, it }: TestRunner, open: OpenSubject): void {
  describe('prepare', () => {
    it('leaves the draft as it is', async () => {
      await using subject = await open();
      const draft = await subject.draftOf();
      prepared(subject, draft);
    });

    it('is pure: the same draft gives the same payload', async () => {
      await using subject = await open();
      const draft = deepFreeze(await subject.draftOf());
      const [first, second] = [1, 2].map(() => withoutChance('prepare', () => prepared(subject, draft)));
      lesson(
        isDeepStrictEqual(first, second),
        'prepare made two payloads of one draft that differ: core prepares again before each retry, and shows in a preview what it will send.',
      );
    });

    it('makes plain JSON of it', async () => {
      await using subject = await open();
      const payload = prepared(subject, await subject.draftOf());
      lesson(
        isDeepStrictEqual(JSON.parse(JSON.stringify(payload)), payload),
        'prepare made something that JSON does not hold (undefined, a date, a function, bytes): a payload is kept in a row, shown to a person and sent another day. Leave out what has no value, and write times as text.',
      );
    });

    it('puts the key into the payload', async () => {
      await using subject = await open();
      const draft = await subject.draftOf();
      lesson(
        JSON.stringify(prepared(subject, draft)).includes(draft.key),
        'The payload does not hold draft.key: a ticket without its key cannot be found when an answer is lost, and would be made a second time.',
      );
    });

    it('cuts what is too long, last and between characters', async () => {
      await using subject = await open();
      for (const analysis of hugeAnalyses) {
        const draft = await subject.draftOf(analysis);
        const payload = prepared(subject, draft);
        lesson(
          !hasHalfCharacter(payload),
          'The payload holds half a character: cut with cutText or cutDocument of core, which never cut between the two units of one.',
        );
        const created = await attempt('create', () => subject.adapter.create(payload, callOf(draft.key)));
        lesson(
          created.kind === 'done',
          `A report beyond every limit is refused by the platform (${created.kind === 'failed' ? created.error.message : ''}): the ticket is worth more than the rest of its report. Cut title and body to the platform's limits in prepare, after everything else.`,
        );
      }
    });

    it('is what describe shows, with no secret in it', async () => {
      await using subject = await open();
      const payload = deepFreeze(prepared(subject, await subject.draftOf()));
      const shown = withoutChance('describe', () => subject.adapter.describe(payload));
      lesson(
        shown.url.startsWith(subject.platform.simulator.url),
        `describe shows the address ${shown.url}, which is not below the endpoint of the config.`,
      );
      const secret = Object.values(subject.platform.env).find(value => JSON.stringify(shown).includes(value));
      lesson(
        secret === undefined,
        'describe shows a secret: a preview is read by people and kept in logs. Take the headers from `masked` of the sign-in, as describeJson does.',
      );
    });
  });
}

/** Draft frozen, so that a write to it is seen. */
function prepared({ adapter }: Subject, draft: Parameters<Subject['adapter']['prepare']>[0]): unknown {
  try {
    return adapter.prepare(deepFreeze(draft));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return lesson(
      false,
      `prepare writes to the draft (${error.message}): core hands the same one out again. Make a new object instead.`,
    );
  }
}

const hasHalfCharacter = (value: unknown): boolean =>
  typeof value === 'string'
    ? !value.isWellFormed()
    : typeof value === 'object' && value !== null && Object.values(value).some(hasHalfCharacter);
