import { type PluginUnderTest, pluginContract } from '@itsm-bridge/testkit';

export interface ContractFailure {
  /** `create > sends the request that describe shows, once` */
  readonly test: string;
  readonly message: string;
}

/**
 * Runs the contract and collects what fails, instead of failing.
 *
 * @param only the test of that name, or those of that group, instead of all
 */
export async function failuresOf(under: PluginUnderTest, only?: string): Promise<readonly ContractFailure[]> {
  const path: string[] = [];
  const tests: { readonly test: string; readonly body: () => Promise<void> }[] = [];
  pluginContract(
    {
      describe(name, body) {
        path.push(name);
        body();
        path.pop();
      },
      it: (name, body) => {
        tests.push({ test: [...path.slice(1), name].join(' > '), body });
      },
    },
    under,
  );
  const failures: ContractFailure[] = [];
  for (const { test, body } of tests.filter(
    ({ test }) => only === undefined || test === only || test.startsWith(`${only} > `),
  )) {
    try {
      await body();
    } catch (error) {
      failures.push({ test, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return failures;
}
