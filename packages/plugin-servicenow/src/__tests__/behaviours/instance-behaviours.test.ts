import { afterAll, describe, expect, it } from 'vitest';
import { changeOn, createOn } from './became.ts';
import type { ChangeBehaviour, CreateBehaviour } from './behaviour.ts';
import { falseSuccesses } from './false-successes.ts';
import { fieldChanges } from './field-changes.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { imports } from './imports.ts';
import { journals } from './journals.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import { moves } from './moves.ts';
import { notes } from './notes.ts';
import { recordChanges } from './record-changes.ts';
import { refusals } from './refusals.ts';
import { sideTables } from './side-tables.ts';
import { type Line, tableOf } from './table-of.ts';

const atCreation: readonly CreateBehaviour[] = [
  ...[...fields, ...journals, ...keys, ...refusals],
  ...[...limits, ...falseSuccesses, ...imports, ...sideTables],
];
const atChanges: readonly ChangeBehaviour[] = [...fieldChanges, ...recordChanges, ...moves, ...notes, ...files];

const seen: Line[] = [];

describe('at its creation, an incident on an instance that', () => {
  it.each(atCreation)('$what: $makes', async behaviour => {
    const { what, source, makes, incidents, says = /^/, holds = {}, notes = expect.anything() } = behaviour;
    const became = await createOn(behaviour);
    seen.push({ operation: 'create', what, makes: became.makes, source });
    expect(became).toMatchObject({ makes, incidents, words: expect.stringMatching(says), untold: [] });
    expect(became.record ?? {}).toMatchObject(holds);
    if (incidents > 0) expect(became.note).toEqual(notes);
  });
});

describe('at a change, an incident on an instance that', () => {
  it.each(atChanges)('$what: $makes', async behaviour => {
    const { what, source, makes, says = /^/, holds = {}, copies = 0 } = behaviour;
    const became = await changeOn(behaviour);
    seen.push({ operation: became.operation, what, makes: became.makes, source });
    expect(became).toMatchObject({ makes, copies, words: expect.stringMatching(says), untold: [] });
    expect(became.record ?? {}).toMatchObject(holds);
  });
});

describe('the table', () => {
  it(`has ${atCreation.length} behaviours at creation and ${atChanges.length} at changes, each of them once`, () => {
    expect(atCreation.length).toBeGreaterThanOrEqual(50);
    expect(atChanges.length).toBeGreaterThanOrEqual(40);
    const lines = seen.map(({ operation, what }) => `${operation}: ${what}`);
    expect(lines).toHaveLength(atCreation.length + atChanges.length);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('says of each where it is known from, or that this is open', () => {
    const named =
      /KB\d+|\.md|#\d+|\bM\d+|§|community \d+|measured|third-hand|open: |docs|glide\.|Attachment API|Gate$|recorded|harness-core/;
    expect(seen.filter(({ source }) => !named.test(source))).toEqual([]);
  });
});

afterAll(() => {
  process.stdout.write(`\n${tableOf(seen)}\n\n`);
});
