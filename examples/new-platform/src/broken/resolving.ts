import { type ItsmAdapter, ItsmError, type ItsmPlugin } from '@itsm-bridge/core';
import { opsdesk } from '../opsdesk.ts';
import { spoiled } from './spoiled.ts';

interface Team {
  readonly id: number;
  readonly name: string;
}
type Names = Required<Pick<ItsmAdapter, 'resolve' | 'unresolved'>>;

/**
 * The example plugin with a field whose names become ids.
 *
 * @param spoil what takes the place of the two members, which are right
 */
export const resolving = (spoil: (right: Names) => Names): ItsmPlugin => ({
  ...spoiled((_, { http }) =>
    spoil({
      async resolve(draft, { signal }) {
        const teams: readonly Team[] = (await http.get('/teams', { signal })).data;
        const wanted = draft.fields.team;
        const found = teams.find(({ name }) => name === wanted);
        if (!found) throw new ItsmError('mapping', `team: Opsdesk has no "${wanted}"; it has Payments.`);
        return { ...draft, fields: { ...draft.fields, team: found.id } };
      },
      unresolved: ({ fields }) => ('team' in fields ? ['team'] : []),
    }),
  ),
  fieldRules: { ...opsdesk.fieldRules, team: 'Payments' },
});
