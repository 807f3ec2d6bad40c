import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { answers } from './answers.ts';
import { attempt } from './attempt.ts';
import { deepFreeze } from './deep-freeze.ts';
import { inTime } from './in-time.ts';
import { lesson } from './lesson.ts';
import { never } from './operations.ts';
import type { PluginUnderTest } from './plugin-under-test.ts';
import type { OpenSubject, Subject } from './subject.ts';

/** The one write that creates. */
export function testCreate({ describe, it }: TestRunner, open: OpenSubject, { anyAnswer }: PluginUnderTest): void {
  const told = answers.filter(({ positive }) => !(positive && anyAnswer));
  const ready = async (subject: Subject) => {
    const draft = await subject.draftOf();
    const payload = deepFreeze(subject.adapter.prepare(draft));
    subject.platform.simulator.clearRequests();
    return {
      payload,
      key: draft.key,
      create: (signal = never) => subject.adapter.create(payload, { key: draft.key, signal }),
    };
  };

  describe('create', () => {
    it('sends the request that describe shows, once', async () => {
      await using subject = await open();
      const { payload, key, create } = await ready(subject);
      const shown = subject.adapter.describe(payload);
      const made = await attempt('create', create);
      lesson(
        made.kind === 'done',
        `create failed on a platform that has nothing against it: ${made.kind === 'failed' ? made.error.message : ''}`,
      );
      const [sent, ...more] = subject.creates();
      lesson(
        sent,
        `No "${subject.platform.creates}" arrived: is that the request that creates, and does create await it?`,
      );
      lesson(
        more.length === 0,
        `create sent its request ${more.length + 1} times: one send is one request. Retries are core's, which looks for the ticket first.`,
      );
      const { simulator } = subject.platform;
      lesson(
        shown.method === sent.method && shown.url.split('?')[0] === `${simulator.url}${sent.path}`,
        `describe shows ${shown.method} ${shown.url}, and create sent ${sent.method} ${simulator.url}${sent.path}.`,
      );
      lesson(
        shown.body === sent.body,
        'create sent another body than describe shows: what a person approves has to be what is sent. Send the payload as it is, and let prepare do the rest.',
      );
      const unlike = Object.entries(shown.headers).find(
        ([name, value]) => !/\[[^\]]+\]/.test(value) && sent.headers[name.toLowerCase()] !== value,
      );
      lesson(
        !unlike,
        `describe shows the header "${unlike?.[0]}: ${unlike?.[1]}", and create sent "${sent.headers[unlike?.[0].toLowerCase() ?? ''] ?? 'none'}": show what is sent, as describeJson does, and in square brackets what is secret or only known when it is sent.`,
      );
      lesson(
        subject.platform.ticketsWith(key) === 1,
        'create was fine, and the platform holds no ticket with the key.',
      );
    });

    it('says which ticket it made', async () => {
      await using subject = await open();
      const { create } = await ready(subject);
      const created = await create();
      lesson(created.kind === 'created', `create answered "${created.kind}" where it created.`);
      const { id, key, url } = created.ticket;
      lesson(id !== '' && key !== '', 'The ticket has an empty id or key: without an id it cannot be changed later.');
      lesson(URL.canParse(url), `The ticket's url is ${JSON.stringify(url)}: people open it from a chat or a console.`);
    });

    for (const { what, effect, untilPatienceEnds, means, retryAfterMs, why } of told) {
      it(`takes ${what} for ${means.join(' or ')}`, async () => {
        await using subject = await open(untilPatienceEnds ? { timeouts: { connect: '500ms', read: '500ms' } } : {});
        const { create } = await ready(subject);
        subject.platform.simulator.fault({ on: subject.platform.creates, effect: effect(Date.now()) });
        const made = await attempt(`create, answered by ${what},`, create);
        lesson(made.kind === 'failed', `create took ${what} for a success: ${why}.`);
        const { error } = made;
        lesson(
          means.includes(error.kind),
          `create took ${what} for kind "${error.kind}"; expected is ${means.join(' or ')}: ${why}.`,
        );
        lesson(
          subject.creates().length === 1,
          `create sent again by itself after ${what}: retries are core's, which knows when one is safe.`,
        );
        if (retryAfterMs !== undefined) {
          const asked = error.retryAfterMs ?? 0;
          lesson(
            Math.abs(asked - retryAfterMs) < 5_000,
            `The platform asked to wait ${retryAfterMs / 1_000} s, and the error says ${asked / 1_000}: core waits what error.retryAfterMs says.`,
          );
        }
      });
    }

    it('sends nothing where the signal has fired before', async () => {
      await using subject = await open();
      const { create } = await ready(subject);
      const made = await attempt('create', () => create(AbortSignal.abort()));
      lesson(
        made.kind === 'failed' && subject.creates().length === 0,
        'create sent its request although call.signal had fired before: hand it to every request.',
      );
    });

    it('ends when the signal fires, and does not call it harmless', async () => {
      await using subject = await open();
      const { create } = await ready(subject);
      subject.platform.simulator.fault({ on: subject.platform.creates, effect: { kind: 'hang', commit: true } });
      const stop = new AbortController();
      const running = attempt('create', () => create(stop.signal));
      let over = false;
      const ended = () => {
        over = true;
      };
      running.then(ended, ended);
      while (!over && subject.creates().length === 0) await new Promise(setImmediate);
      stop.abort();
      const made = await inTime(
        running,
        'create goes on after call.signal has fired: a worker that is told to stop would wait for it. Hand it to every request.',
      );
      lesson(
        made.kind === 'failed' && made.error.kind === 'outcome-unknown',
        'create was cut short after its request had left, and does not say kind `outcome-unknown`: the ticket may be there.',
      );
    });
  });
}
