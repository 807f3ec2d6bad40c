import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** The form, and what went wrong with it. */
export const signInContent = (action: string, to: string, problem?: string): ElementContent[] => [
  ...(problem === undefined ? [] : [h('p', { role: 'alert', id: 'problem' }, problem)]),
  h('form', { method: 'post', action }, [
    h('input', { type: 'hidden', name: 'to', value: to }),
    h('p', [
      h('label', { for: 'token' }, 'Token'),
      h('input', {
        ...{ id: 'token', name: 'token', type: 'password', required: true, autofocus: true },
        ...{ autocomplete: 'current-password', spellCheck: 'false' },
        ...(problem === undefined ? {} : { ariaInvalid: 'true', ariaDescribedBy: 'problem' }),
      }),
    ]),
    h('p', h('button', { type: 'submit' }, 'Sign in')),
  ]),
];

/** Shown for a moment to those who come by a link of another site: the browser sends their session with the next request. */
export const goingOnContent = (to: string): ElementContent[] => [h('p', h('a', { href: to }, 'Go on'))];
