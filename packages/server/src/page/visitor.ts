export type Role = 'viewer' | 'approver';

/** Who looks at a page. */
export interface Visitor {
  readonly name: string;
  readonly role: Role;
  readonly how: 'loopback' | 'token' | 'proxy';
}
