import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { answerTo } from './answer-to.ts';
import { attempt } from './attempt.ts';
import { lesson } from './lesson.ts';
import { doubt, type MadeTicket, madeTicket, never } from './operations.ts';
import type { PluginUnderTest } from './plugin-under-test.ts';
import type { OpenSubject, Subject } from './subject.ts';

/** More tickets than most platforms put on a page, also where they are asked for as many as they can. */
const otherKeys = Array.from({ length: 120 }, (_, n) => `itsm-${n.toString(16).padStart(32, '0')}`);

/** A ticket on a page that nobody has read is not absent. */
export function testFindPages({ describe, it }: TestRunner, open: OpenSubject, under: PluginUnderTest): void {
  if (under.repeatable || !(under.findable ?? true)) return;

  describe('find', () => {
    it('does not take the end of a page for the end of the list', async () => {
      await using subject = await open();
      const first = await madeTicket(subject);
      const last = await makeOthers(subject, first);
      const { simulator } = subject.platform;
      // Lists begin with the oldest or with the newest: one of the two is on the last page.
      for (const key of [first.draft.key, last]) {
        simulator.clearRequests();
        await sees(subject, key, `among ${otherKeys.length} others`);
        for (const { on, name } of await filters(subject, key)) {
          simulator.fault({ on, times: Number.POSITIVE_INFINITY, effect: { kind: 'without-query', name } });
          await sees(subject, key, `on a platform that ignores "${name}" and lists ${otherKeys.length} others with it`);
          simulator.clearRequests();
        }
      }
    });
  });
}

/** As many tickets as the platform takes, of the same draft. Returns the key of the last. */
async function makeOthers({ adapter }: Subject, { draft }: MadeTicket): Promise<string> {
  let last = draft.key;
  for (const key of otherKeys) {
    const payload = adapter.prepare({ ...draft, key });
    const created = await attempt('create', () => adapter.create(payload, { key, signal: never }));
    if (created.kind === 'failed') break;
    last = key;
  }
  return last;
}

async function sees({ adapter }: Subject, key: string, where: string): Promise<void> {
  const seen = await attempt('find', () => adapter.find({ key, signal: never, doubt }));
  lesson(
    seen.kind === 'failed' || seen.value.kind !== 'absent' || !seen.value.conclusive,
    `find says that there is certainly no ticket, and there is one ${where}: core would send a second one. Platforms list in pages: read to the last page, or say \`conclusive: false\` where you stop before it.`,
  );
}

/** The parameters of the look-up so far that carry the key, and without which the platform lists the tickets of others. */
async function filters({ platform: { simulator } }: Subject, key: string) {
  const asked = simulator.requests.flatMap(request =>
    Object.entries(request.query).map(([name, value]) => ({ request, name, value })),
  );
  const carrying = asked.filter(({ value }) => value.includes(key));
  const answered = await Promise.all(
    carrying.map(async ({ request, name }) => ({
      ...{ on: `${request.method} ${request.path}`, name },
      text: (await answerTo(simulator.url, { ...request, query: { ...request.query, [name]: '' } })).text,
    })),
  );
  return answered.filter(({ text }) => otherKeys.some(other => other !== key && text.includes(other)));
}
