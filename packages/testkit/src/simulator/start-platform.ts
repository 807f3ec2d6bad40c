import { type Collection, createCollection } from './collection.ts';
import type { PlatformDefinition, PlatformKit } from './platform-definition.ts';
import { platformOf } from './platform-of.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';
import { startSimulator } from './start-simulator.ts';
import { createUndoLog } from './undo-log.ts';

export interface StartPlatformOptions extends SimulatorOptions {
  /** How long a new or changed row is not seen by `indexed()`, in milliseconds. @default 0 */
  readonly indexLagMs?: number;
}

/**
 * Starts a simulated platform: routes over rows in memory. Whatever the contract suite and the chaos of the testkit do to
 * requests can be done to it. What its definition has `behind` the API, its simulator has as members.
 *
 * @throws the error of `listen` where the port is taken.
 */
export async function startPlatform<Behind extends object = object>(
  options: StartPlatformOptions,
  define: (kit: PlatformKit) => PlatformDefinition<Behind>,
): Promise<Omit<Simulator, 'tickets'> & Behind> {
  const now = options.now ?? Date.now;
  let behind: Behind | undefined;
  const simulator = await startSimulator(options, url => {
    const undo = createUndoLog();
    const collection = <Row>(prefix = ''): Collection<Row> =>
      createCollection<Row>({ undo, now, indexLagMs: options.indexLagMs ?? 0, prefix });
    const definition = define({ url, now, collection });
    behind = definition.behind;
    return platformOf(definition, undo.rehearse);
  });
  return Object.assign(simulator, behind);
}
