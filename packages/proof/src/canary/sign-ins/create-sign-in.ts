import { planted, type Shape } from '../secrets/planted.ts';
import type { PluginName, SignIn } from './sign-in.ts';

type Auth = Readonly<Record<string, unknown>>;
type Shapes = Readonly<Record<string, Shape>>;

interface Given extends Pick<SignIn, 'members'>, Partial<Pick<SignIn, 'certificate' | 'deployment'>> {
  readonly shapes: Shapes;
}

export function createSignIn(plugin: PluginName, name: string, { shapes, ...given }: Given): SignIn {
  const secrets = Object.entries(shapes).map(([member, shape]) => [
    member,
    planted(`${plugin} ${name}: ${member}`, shape),
  ]);
  return { name, plugin, secrets: Object.fromEntries(secrets), ...given };
}

/** Members beside the endpoint and the sign-in, and what else a sign-in needs. */
export interface More {
  readonly members: Auth;
  readonly deployment?: 'datacenter';
}

/** The kinds of `auth` that carry one secret. */
export function byAuth(
  plugin: PluginName,
  kind: 'basic' | 'bearer' | 'api_key',
  { members, ...more }: More,
  name = kind as string,
): SignIn {
  const [member, rest] = {
    basic: ['password', { username: 'integration' }],
    bearer: ['token', {}],
    api_key: ['key', { header: 'x-canary-key' }],
  }[kind] as [string, Auth];
  const path = `auth[${kind}].${member}`;
  return createSignIn(plugin, name, {
    shapes: { [path]: kind === 'basic' ? 'password' : 'header' },
    members: (endpoint, refer) => ({ endpoint, ...members, auth: { type: kind, ...rest, [member]: refer(path) } }),
    ...more,
  });
}

export function byCertificate(plugin: PluginName, { members, ...more }: More): SignIn {
  return createSignIn(plugin, 'certificate', {
    shapes: {},
    certificate: true,
    members: endpoint => ({ endpoint, ...members, auth: { type: 'certificate' } }),
    ...more,
  });
}
