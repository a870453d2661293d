import 'server-only'
import { splitHeading } from '@/domain/course/markup'
import { type MarkdownNode, textOf } from './markdown'

/** What a block is, in words: two languages are parallel when these are equal, block by block. */
export function blockShape(node: MarkdownNode): string {
  const children = node.children ?? []
  switch (node.type) {
    case 'heading':
      return `heading ${node.depth} {#${splitHeading(textOf(node)).id ?? ''}}`
    case 'list':
      return `${node.ordered ? 'numbered list' : 'list'} of ${children.length}`
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

function attributes(node: MarkdownNode): string {
  const entries = Object.entries(node.attributes ?? {}).toSorted(([a], [b]) => a.localeCompare(b))
  return entries.length === 0 ? '' : `{${entries.map(([name, value]) => `${name}="${value}"`).join(' ')}}`
}
