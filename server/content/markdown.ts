import 'server-only'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { CONTAINER_DIRECTIVES, LEAF_DIRECTIVES, TEXT_DIRECTIVES } from '@/domain/course/markup'

/** The parts of a Markdown tree that are read here. */
export type MarkdownNode = {
  type: string
  value?: string
  depth?: number
  ordered?: boolean | null
  url?: string
  alt?: string | null
  name?: string
  attributes?: Record<string, string | null | undefined> | null
  data?: { directiveLabel?: boolean }
  children?: MarkdownNode[]
  position?: { start: { line: number; offset?: number }; end: { offset?: number } }
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)

/** The tree of a text. Stray colons (10:30) and directives that are not ours are text again, as the page shows them. */
export function parseMarkdown(source: string): MarkdownNode {
  return restored(parser.parse(source) as MarkdownNode, source)
}

function restored(node: MarkdownNode, source: string): MarkdownNode {
  if (!node.children) return node
  const children = node.children.map((child) => (isOurs(child) ? restored(child, source) : asTyped(child, source)))
  return { ...node, children: joined(children) }
}

function isOurs({ type, name = '' }: MarkdownNode): boolean {
  if (type === 'textDirective') return TEXT_DIRECTIVES.has(name)
  if (type === 'leafDirective') return LEAF_DIRECTIVES.has(name)
  return type !== 'containerDirective' || CONTAINER_DIRECTIVES.has(name)
}

function asTyped({ type, position }: MarkdownNode, source: string): MarkdownNode {
  const value = source.slice(position?.start.offset, position?.end.offset)
  const text: MarkdownNode = { type: 'text', value, position }
  return type === 'textDirective' ? text : { type: 'paragraph', children: [text], position }
}

/** Neighbouring texts as one, so that a word or a number is never cut. */
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
