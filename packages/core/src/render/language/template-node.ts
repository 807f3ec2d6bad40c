/** Where a node stands in the template; both count from 0, and nunjucks leaves them out of a few nodes. */
export interface Place {
  readonly lineno?: number | undefined;
  readonly colno?: number | undefined;
}

type Node<Name extends string, Members> = Place & Readonly<Members> & { readonly typename: Name };

export type SymbolNode = Node<'Symbol', { value: string }>;
export type LiteralNode = Node<'Literal', { value: unknown }>;
export type LookupNode = Node<'LookupVal', { target: TemplateNode; val: TemplateNode | null }>;
export type PairNode = Node<'Pair', { key: TemplateNode; value: TemplateNode }>;
export type ListNode = Node<
  'Root' | 'NodeList' | 'Output' | 'Group' | 'Array' | 'Dict' | 'KeywordArgs',
  { children: readonly TemplateNode[] }
>;
export type CallNode = Node<'FunCall' | 'Filter', { name: TemplateNode; args: ListNode }>;
export type InlineIfNode = Node<'InlineIf', { cond: TemplateNode; body: TemplateNode; else_: TemplateNode | null }>;
export type BinaryNode = Node<
  'In' | 'Is' | 'Or' | 'And' | 'Add' | 'Concat' | 'Sub' | 'Mul' | 'Div' | 'FloorDiv' | 'Mod' | 'Pow',
  { left: TemplateNode; right: TemplateNode }
>;
export type UnaryNode = Node<'Not' | 'Neg' | 'Pos', { target: TemplateNode }>;
export type CompareNode = Node<
  'Compare',
  { expr: TemplateNode; ops: readonly { readonly expr: TemplateNode; readonly type: string }[] }
>;
export type CaptureNode = Node<'Capture', { body: TemplateNode }>;
export type IfNode = Node<'If', { cond: TemplateNode; body: TemplateNode; else_: TemplateNode | null }>;
export type ForNode = Node<
  'For',
  { arr: TemplateNode; name: TemplateNode; body: TemplateNode; else_: TemplateNode | null }
>;
export type SetNode = Node<
  'Set',
  { targets: readonly TemplateNode[]; value: TemplateNode | null; body?: TemplateNode | null }
>;
export type SwitchNode = Node<
  'Switch',
  {
    expr: TemplateNode;
    cases: readonly { readonly cond: TemplateNode; readonly body: TemplateNode }[];
    default: TemplateNode | null;
  }
>;
export type MacroNode = Node<'Macro' | 'Caller', { name: TemplateNode; args: ListNode; body: TemplateNode }>;
export type RefusedNode = Node<
  | 'Include'
  | 'Import'
  | 'FromImport'
  | 'Extends'
  | 'Block'
  | 'Super'
  | 'IfAsync'
  | 'AsyncEach'
  | 'AsyncAll'
  | 'FilterAsync'
  | 'CallExtension'
  | 'CallExtensionAsync',
  object
>;

/** The tree that nunjucks' parser makes of a template. */
export type TemplateNode =
  | SymbolNode
  | LiteralNode
  | Node<'TemplateData', { value: string }>
  | LookupNode
  | PairNode
  | ListNode
  | CallNode
  | InlineIfNode
  | BinaryNode
  | UnaryNode
  | CompareNode
  | CaptureNode
  | IfNode
  | ForNode
  | SetNode
  | SwitchNode
  | MacroNode
  | RefusedNode;
