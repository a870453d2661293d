import { DIRECTIVES, splitHeading } from './marks'

/** The fields of a Markdown node that are used here. The page and the checks read the same tree. */
export type MarkdownNode = {
  type: string
  value?: string
  depth?: number
  ordered?: boolean | null
  url?: string
  alt?: string | null
  /** The name of a definition or of a footnote, as typed. */
  label?: string | null
  name?: string
  attributes?: Record<string, string | null | undefined> | null
  data?: { directiveLabel?: boolean }
  children?: MarkdownNode[]
  position?: { start: { line: number; offset?: number }; end: { offset?: number } }
}

/** The tree in which stray colons (10:30) and unknown directives are plain text again, as they were typed. */
export function withoutStrayDirectives(node: MarkdownNode, source: string, ours = DIRECTIVES): MarkdownNode {
  if (!node.children) return node
  const children = node.children.map((child) =>
    isOneOf(ours, child) ? withoutStrayDirectives(child, source, ours) : asTyped(child, source),
  )
  return { ...node, children: joined(children) }
}

function isOneOf(directives: typeof DIRECTIVES, { type, name = '' }: MarkdownNode): boolean {
  return directives[type]?.includes(name) ?? true
}

function asTyped({ type, position }: MarkdownNode, source: string): MarkdownNode {
  const value = source.slice(position?.start.offset, position?.end.offset)
  const text: MarkdownNode = { type: 'text', value, position }
  return type === 'textDirective' ? text : { type: 'paragraph', children: [text], position }
}

/** Joins adjacent text nodes, so that a word or a number is never split. */
function joined(children: readonly MarkdownNode[]): MarkdownNode[] {
  const done: MarkdownNode[] = []
  for (const child of children) {
    const last = done.at(-1)
    if (last?.type === 'text' && child.type === 'text')
      done[done.length - 1] = { ...last, value: `${last.value}${child.value}` }
    else done.push(child)
  }
  return done
}

/** Splits the `{#id}` off the end of a heading. Any other node is returned unchanged. */
export function takeHeadingId(node: MarkdownNode): { node: MarkdownNode; id: string | null } {
  const last = node.children?.at(-1)
  if (node.type !== 'heading' || last?.type !== 'text') return { node, id: null }
  const { text, id } = splitHeading(last.value ?? '')
  return { node: { ...node, children: [...(node.children?.slice(0, -1) ?? []), { ...last, value: text }] }, id }
}

/** All words under a node, as one string. */
export function textOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}

export function lineOf(node: MarkdownNode): number {
  return node.position?.start.line ?? 1
}

export function withDescendants(node: MarkdownNode): MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(withDescendants)]
}
