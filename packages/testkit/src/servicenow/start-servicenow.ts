import { countKeys } from '../simulator/count-keys.ts';
import type { Platform } from '../simulator/platform.ts';
import { matchRoute } from '../simulator/route.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { startSimulator } from '../simulator/start-simulator.ts';
import { type AttachedFile, readAttachments } from './attachments/attached-file.ts';
import { attachmentRoutes } from './attachments/attachment-routes.ts';
import { createDoor } from './door/create-door.ts';
import { type DoorControls, doorControls } from './door/door-controls.ts';
import { createDoorState, type DoorState } from './door/door-state.ts';
import { hibernatingPage } from './door/hibernating-page.ts';
import { failures } from './failure.ts';
import { importRoutes } from './import-set/import-routes.ts';
import { seedMaps } from './import-set/seed-maps.ts';
import { stagingTables } from './import-set/staging-tables.ts';
import type { ServiceNowOptions } from './options.ts';
import { recordPage } from './record-page.ts';
import { type JournalEntry, readJournal } from './row/journal.ts';
import type { Row } from './row/row.ts';
import { createSchema } from './schema/create-schema.ts';
import { seed } from './seed.ts';
import { createStore, type Store } from './store.ts';
import { tableRoutes } from './table-routes.ts';
import { taskTickets } from './task-tickets.ts';
import { unversioned } from './unversioned.ts';

const routes = [...tableRoutes, ...attachmentRoutes, ...importRoutes];

/** A ServiceNow instance, with a second door to its records that does not go through the API under test. */
export interface ServiceNowSimulator extends Simulator, DoorControls {
  /** Every incident as stored, oldest first; references are sys_ids. */
  incidents(): readonly Row[];
  /** What was written into work_notes and comments of one record, oldest first. */
  journal(sysId: string): readonly JournalEntry[];
  /** The files of one record, oldest first. */
  attachments(sysId: string): readonly AttachedFile[];
  /** How many incidents carry exactly this correlation_id. */
  countByKey(correlationId: string): number;
  /** How many incidents each correlation_id has, in one pass; without those that have none. */
  ticketsByKey(): ReadonlyMap<string, number>;
}

/**
 * Starts a fresh instance that knows `integration_user` (password `sandbox` unless told otherwise), a few people and groups.
 * @throws the error of `listen` where the port is taken.
 */
export async function startServiceNow(options: ServiceNowOptions = {}): Promise<ServiceNowSimulator> {
  const { importSets = {}, now = Date.now } = options;
  const tables = { ...stagingTables(importSets), ...options.tables };
  const store = createStore(createSchema({ ...options, tables }));
  seedMaps(store, importSets, now());
  seed(store, options, now());
  const state = createDoorState(options);
  const simulator = await startSimulator(options, url => createPlatform(options, store, state, url));
  return Object.assign(simulator, {
    ...doorControls(state),
    tickets: taskTickets(store, simulator.url),
    incidents: () => store.rows('incident'),
    journal: (sysId: string) => readJournal(store, sysId),
    attachments: (sysId: string) => readAttachments(store, sysId),
    ticketsByKey: () => countKeys(store.rows('incident').map(row => row.correlation_id ?? '')),
    countByKey: (correlationId: string) =>
      store.having('incident', 'correlation_id', correlationId)?.filter(row => row.correlation_id === correlationId)
        .length ?? 0,
  });
}

function createPlatform(options: ServiceNowOptions, store: Store, state: DoorState, url: string): Platform {
  const door = createDoor(options, store, state, url);
  const now = options.now ?? Date.now;
  const tickets = taskTickets(store, url);
  return {
    answer: request => {
      const closed = door.closed(request);
      if (closed) return closed;
      const page = recordPage(store, tickets, request, options.overview);
      if (page) return page;
      return door.answer(request, user => {
        const found = matchRoute(routes, unversioned(request));
        if (!found) return failures.noResource();
        return found.route.answer({ ...found.call, path: request.path }, { store, url, now, user, options });
      });
    },
    queueOf: door.queueOf,
    turnAway: door.turnAway,
    rehearse: store.rehearse,
    tooManyRequests: failures.tooManyRequests,
    page: hibernatingPage,
    suffers: (kind, { query }) => kind !== 'dropped-clause' || Boolean(query.sysparm_query),
  };
}
