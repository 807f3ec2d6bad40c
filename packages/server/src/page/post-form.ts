import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { View } from './view.ts';

/** A form that changes something: it carries the token without which no change is taken. */
export const postForm = ({ csrf }: Pick<View, 'csrf'>, action: string, children: readonly ElementContent[]): Element =>
  h('form.act', { method: 'post', action, dataOnce: '' }, [
    h('input', { type: 'hidden', name: 'csrf', value: csrf }),
    ...children,
  ]);
