import { describe, expect, it } from 'vitest';
import { queueName } from './queue-name.ts';

describe('queueName', () => {
  it('is made of environment and integration, in the characters that pg-boss takes', () => {
    expect(queueName({ environment: 'PROD', integration: 'jira_eu' })).toBe('PROD/jira_5f_eu');
    expect(queueName({ environment: 'Über/Test 1', integration: 'jira' })).toMatch(/^[\w.\-/]+$/);
  });

  it('tells any two lanes apart', () => {
    const names = [
      ...[
        ['a/b', 'c'],
        ['a', 'b/c'],
        ['a_2f_b', 'c'],
        ['a b', 'c'],
        ['a_20_b', 'c'],
      ],
    ].map(([environment = '', integration = '']) => queueName({ environment, integration }));
    expect(new Set(names).size).toBe(names.length);
  });
});
