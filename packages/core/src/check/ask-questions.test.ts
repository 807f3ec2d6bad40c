import { expect, it } from 'vitest';
import { unauthorized } from '../__tests__/failures.ts';
import type { CheckStep } from '../contracts.ts';
import { askQuestions, type CheckQuestion } from './ask-questions.ts';

function question(step: string, ask: () => Promise<string>, vital?: boolean): CheckQuestion {
  return { step, hint: `Mend ${step}.`, ask, ...(vital === undefined ? {} : { vital }) };
}
async function stepsOf(questions: readonly CheckQuestion[]): Promise<readonly CheckStep[]> {
  const steps: CheckStep[] = [];
  for await (const step of askQuestions(questions)) steps.push(step);
  return steps;
}
const fine = async () => 'It is there.';
const refused = () => Promise.reject(unauthorized());

it('tells of each what was found, or what failed and what to do', async () => {
  expect(await stepsOf([question('roles', refused), question('table', fine)])).toEqual([
    { step: 'roles', ok: false, detail: 'User Not Authenticated', hint: 'Mend roles.' },
    { step: 'table', ok: true, detail: 'It is there.' },
  ]);
});

it('asks nothing more after a vital one that fails', async () => {
  const asked: string[] = [];
  const later = question('table', async () => `${asked.push('table')}`);
  const steps = await stepsOf([question('sign in', refused, true), later]);
  expect(steps).toMatchObject([{ step: 'sign in', ok: false }]);
  expect(asked).toEqual([]);
});

it('goes on after a vital one that is answered', async () => {
  expect(await stepsOf([question('reach', fine, true), question('table', fine)])).toHaveLength(2);
});

it('asks one after the other, each when its turn has come', async () => {
  const asked: string[] = [];
  const note = (step: string) => question(step, async () => `${asked.push(step)}`);
  const steps = askQuestions([note('reach'), note('table')])[Symbol.asyncIterator]();
  await steps.next();
  expect(asked).toEqual(['reach']);
});

it('takes a mistake in a question for no answer of the platform', async () => {
  const mistaken = question('roles', () => Promise.reject(new TypeError('x is not a function')));
  await expect(stepsOf([mistaken])).rejects.toThrow(TypeError);
});

it('asks a question that is an object with a state of its own', async () => {
  const counting = { ...question('roles', fine), roles: 2, ask: countRoles };
  expect(await stepsOf([counting])).toMatchObject([{ detail: '2 roles.' }]);
});

async function countRoles(this: { readonly roles?: number }): Promise<string> {
  return `${this.roles} roles.`;
}
