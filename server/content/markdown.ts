import 'server-only'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type MarkdownNode, withoutStrayDirectives } from '@/domain/course/markdown-tree'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)

/** The tree of a text, as the page shows it. */
export function parseMarkdown(source: string): MarkdownNode {
  return withoutStrayDirectives(parser.parse(source) as MarkdownNode, source)
}
