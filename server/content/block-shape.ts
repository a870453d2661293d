import 'server-only'
import { type MarkdownNode, takeHeadingId } from '@/domain/text/markdown-tree'

/** The structure of a block as text. Two languages are parallel if these are equal, block by block. */
export function blockShape(node: MarkdownNode): string {
  const children = node.children ?? []
  switch (node.type) {
    case 'heading':
      return `heading ${node.depth} {#${takeHeadingId(node).id ?? ''}}`
    case 'list':
      return `${node.ordered ? 'numbered list' : 'list'} of ${children.length}${insideItems(children)}`
    case 'table':
      return `table of ${children.length} rows and ${children[0]?.children?.length ?? 0} columns`
    case 'leafDirective':
      return `::${node.name}${attributes(node)}`
    case 'containerDirective': {
      const inner = children.filter(({ data }) => !data?.directiveLabel).map(blockShape)
      return `:::${node.name}${attributes(node)} (${inner.join(', ')})`
    }
    default:
      return node.type
  }
}

/** The shapes of the items; empty if each item is a single paragraph. */
function insideItems(items: readonly MarkdownNode[]): string {
  const shapes = items.map((item) => (item.children ?? []).map(blockShape).join(' + '))
  return shapes.every((shape) => shape === 'paragraph') ? '' : ` (${shapes.join(', ')})`
}

function attributes(node: MarkdownNode): string {
  const entries = Object.entries(node.attributes ?? {}).toSorted(([a], [b]) => a.localeCompare(b))
  return entries.length === 0 ? '' : `{${entries.map(([name, value]) => `${name}="${value}"`).join(' ')}}`
}
