import { describe, expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import type { EventSink } from '../contracts.ts';
import { fanOut } from './fan-out.ts';

function setUp(...sinks: readonly EventSink[]) {
  const heard: string[] = [];
  const errors: unknown[] = [];
  const last: EventSink = {
    emit: ({ type }) => heard.push(type),
    close: async () => void heard.push('closed'),
  };
  return { sink: fanOut([...sinks, last], error => errors.push(error)), heard, errors };
}

describe('fanOut', () => {
  it.each<[string, EventSink['emit']]>([
    [
      'throws',
      () => {
        throw new Error('disk full');
      },
    ],
    ['rejects later', () => Promise.reject(new Error('disk full'))],
  ])('tells the other sinks where one %s', async (_, emit) => {
    const { sink, heard, errors } = setUp({ emit });
    expect(() => sink.emit(eventOfType('ticket-created'))).not.toThrow();
    await Promise.resolve();
    expect(heard).toEqual(['ticket-created']);
    expect(errors).toMatchObject([{ message: 'disk full' }]);
  });

  it.each<[string, () => Promise<void>]>([
    [
      'throws',
      () => {
        throw new Error('disk full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('disk full'))],
  ])('closes the other sinks where one %s', async (_, close) => {
    const { sink, heard, errors } = setUp({ emit() {}, close }, { emit() {} });
    await sink.close?.();
    expect(heard).toEqual(['closed']);
    expect(errors).toMatchObject([{ message: 'disk full' }]);
  });
});
