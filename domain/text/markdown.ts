import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { type MarkdownNode, withoutStrayDirectives } from './markdown-tree'
import { CASE_DIRECTIVES } from './marks'
import { requireShallow } from './nesting'

/** Markdown syntax other than **strong**: the texts of questions show it as it was typed. */
const NOT_INLINE = [
  ...['autolink', 'blockQuote', 'characterEscape', 'characterReference', 'codeFenced', 'codeIndented', 'codeText'],
  ...['definition', 'hardBreakEscape', 'headingAtx', 'htmlFlow', 'htmlText', 'labelEnd', 'labelStartImage'],
  ...['labelStartLink', 'list', 'setextUnderline', 'thematicBreak'],
]

const lessons = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()
const sentences = unified()
  .data('micromarkExtensions', [{ disable: { null: NOT_INLINE } }])
  .use(remarkParse)
  .use(remarkDirective)
  .freeze()

/**
 * The tree of a lesson. This file is the only parser of the marks (`:cite`, `:def`, `::law`, `::quiz` …): the page, the
 * checks, the search and every list of citations use its trees, so that all of them understand the same syntax.
 *
 * @throws {NestedTooDeeply}
 */
export function parseMarkdown(source: string): MarkdownNode {
  return withoutStrayDirectives(lessons.parse(requireShallow(source)) as MarkdownNode, source)
}

/** The tree of the documents of an invented file, which have marks of their own: `:::document`, `:fact`. */
export function parseCase(source: string): MarkdownNode {
  return withoutStrayDirectives(lessons.parse(requireShallow(source)) as MarkdownNode, source, CASE_DIRECTIVES)
}

/** The tree of a sentence of a question or of the library, which may contain only `:cite`, `:ref` and **strong**. */
export function parseSentence(source: string): MarkdownNode {
  return sentences.parse(source) as MarkdownNode
}

/** A plugin that makes a unified processor parse lessons in this way. */
export function readAsLesson(this: Processor): void {
  this.parser = (source) => parseMarkdown(source) as Root
}
