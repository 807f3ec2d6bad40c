import { type Choices, defaultPackageName, titleOf } from './choices.ts';
import { codeName } from './code-name.ts';
import { signIns } from './sign-in.ts';

export interface Versions {
  /** Ranges, each its own: the packages of itsm-bridge are not released together. */
  readonly core: string;
  readonly dryRun: string;
  readonly testkit: string;
  readonly zod: string;
  readonly biome: string;
  readonly typescript: string;
  readonly nodeTypes: string;
}

/** A file of the template with the choices filled in, its path too. Pure. */
export function fillTemplate(text: string, choices: Choices, versions: Versions): string {
  const signIn = signIns[choices.signIn];
  const foundByKey = choices.packageName === defaultPackageName(choices.platform);
  const values: Readonly<Record<string, string>> = {
    SIGN_IN_MEMBERS: signIn.members,
    SIGN_IN_STRATEGY: signIn.strategy,
    CORE_IMPORTS: coreImports(signIn.imports),
    SIGN_IN_CONFIG: signIn.config,
    README_SIGN_IN: signIn.json,
    SIGN_IN_HEADER: signIn.header,
    SIGN_IN_EXPECTED: signIn.expected,
    SIGN_IN_TITLE: signIn.title,
    VARIABLE: `${choices.platform.replaceAll('-', '_').toUpperCase()}_SECRET`,
    README_PLUGIN: foundByKey ? '' : `"plugin": "${choices.packageName}", `,
    README_FOUND: foundByKey ? `the key \`${choices.platform}\`` : 'the member `plugin`',
    PACKAGE: choices.packageName,
    PLATFORM: choices.platform,
    CODE_NAME: codeName(choices.platform),
    TITLE: titleOf(choices.platform),
    CORE: versions.core,
    DRY_RUN: versions.dryRun,
    TESTKIT: versions.testkit,
    ZOD: versions.zod,
    BIOME: versions.biome,
    TYPESCRIPT: versions.typescript,
    NODE_TYPES: versions.nodeTypes,
  };
  const fill = (source: string): string =>
    source.replace(/__([A-Z_]+?)__/g, (whole, name: string) => (name in values ? fill(values[name] ?? '') : whole));
  return fill(text);
}

/** In the order of the linter. */
const coreImports = (ofSignIn: readonly string[]): string =>
  ['askQuestions', 'bodyToText', 'definePlugin', 'describeJson', 'ItsmError', 'type TicketRef', ...ofSignIn]
    .sort((a, b) => bare(a).localeCompare(bare(b), 'en', { sensitivity: 'base' }))
    .join(',\n  ');

const bare = (specifier: string): string => specifier.replace(/^type /, '');
