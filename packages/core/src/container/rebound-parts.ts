import { Container, type ContainerModule, type ServiceIdentifier } from 'inversify';
import type { DefaultParts } from './default-parts.ts';
import type { Parts } from './parts.ts';
import { tokens } from './tokens.ts';

/** The parts, after a team's modules have rebound some of them. All are bound before a module is loaded. */
export function reboundParts(parts: DefaultParts, modules: readonly ContainerModule[]): Parts {
  const container = new Container();
  const bindEach = <T>(token: ServiceIdentifier<T>, all: readonly T[]) => {
    for (const one of all) container.bind(token).toConstantValue(one);
  };
  bindEach(tokens.plugin, parts.plugins);
  bindEach(tokens.sink, parts.sinks());
  bindEach(tokens.secretProvider, parts.secretProviders);
  container.bind(tokens.decorators).toConstantValue(parts.decorators);
  container.bind(tokens.renderer).toConstantValue(parts.renderer);
  container.bind(tokens.mapper).toConstantValue(parts.mapper);
  container.bind(tokens.clock).toConstantValue(parts.clock);
  container.bind(tokens.random).toConstantValue(parts.random);
  container.bind(tokens.ledger).toResolvedValue(parts.ledger, [tokens.clock]).inSingletonScope();
  for (const module of modules) container.load(module);
  return {
    plugins: container.getAll(tokens.plugin),
    secretProviders: container.getAll(tokens.secretProvider),
    decorators: container.get(tokens.decorators),
    renderer: container.get(tokens.renderer),
    mapper: container.get(tokens.mapper),
    clock: container.get(tokens.clock),
    random: container.get(tokens.random),
    ledger: () => container.get(tokens.ledger),
    sinks(ledger) {
      container.rebind(tokens.ledger).toConstantValue(ledger);
      return container.getAll(tokens.sink);
    },
  };
}
