import { randomUUID } from 'node:crypto';
import type { BrokenPlugin } from './broken-plugin.ts';
import { spoiled } from './spoiled.ts';

/** Mistakes in what is made before anything is sent. */
export const brokenPayloads: readonly BrokenPlugin[] = [
  {
    mistake: 'prepare writes into the draft',
    plugin: spoiled(({ prepare }) => ({
      prepare(draft) {
        Object.assign(draft.fields, { urgent: true });
        return prepare(draft);
      },
    })),
    test: 'prepare > leaves the draft as it is',
    teaches: /make a new object/i,
  },
  {
    mistake: 'prepare makes an id of its own each time',
    plugin: spoiled(({ prepare }) => ({ prepare: draft => ({ ...Object(prepare(draft)), request: randomUUID() }) })),
    test: 'prepare > is pure: the same draft gives the same payload',
    teaches: /two payloads/,
  },
  {
    mistake: 'prepare puts the time of day into the payload',
    plugin: spoiled(({ prepare }) => ({
      prepare: draft => ({ ...Object(prepare(draft)), day: new Date().getFullYear() }),
    })),
    test: 'prepare > is pure: the same draft gives the same payload',
    teaches: /new Date\(\)/,
  },
  {
    mistake: 'the payload has a date',
    plugin: spoiled(({ prepare }) => ({ prepare: draft => ({ ...Object(prepare(draft)), due: new Date(0) }) })),
    test: 'prepare > makes plain JSON of it',
    teaches: /write times as text/,
  },
  {
    mistake: 'the key is left out',
    plugin: spoiled(({ prepare }) => ({ prepare: draft => ({ ...Object(prepare(draft)), reference: 'rca' }) })),
    test: 'prepare > puts the key into the payload',
    teaches: /draft\.key/,
  },
  {
    mistake: 'the title is not cut',
    plugin: spoiled(({ prepare }) => ({ prepare: draft => ({ ...Object(prepare(draft)), title: draft.title }) })),
    test: 'prepare > cuts what is too long, last and between characters',
    teaches: /limits in prepare/,
  },
  {
    mistake: 'the title is cut by slice',
    plugin: spoiled(({ prepare }) => ({
      prepare: draft => ({ ...Object(prepare(draft)), title: draft.title.slice(0, 79) }),
    })),
    test: 'prepare > cuts what is too long, last and between characters',
    teaches: /half a character/,
  },
  {
    mistake: 'describe shows the password',
    plugin: spoiled(({ describe }) => ({
      describe: payload => ({ ...describe(payload), headers: { 'x-password': 'correct horse' } }),
    })),
    test: 'prepare > is what describe shows, with no secret in it',
    teaches: /masked/,
  },
];
