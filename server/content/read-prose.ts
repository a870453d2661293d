import 'server-only'
import type { Finding } from '@/domain/course/checks/finding'
import type { Prose } from '@/domain/course/checks/source'
import { drawingFaults, isDrawing } from '@/domain/course/drawing'
import { readLessonText } from '@/domain/course/lesson-text'
import { readVideoBlock } from '@/domain/course/video/video-block'
import type { Locale } from '@/domain/locale'
import { parseMarkdown } from '@/domain/text/markdown'
import { lineOf, type MarkdownNode, takeHeadingId, textOf, withDescendants } from '@/domain/text/markdown-tree'
import { idsIn } from '@/domain/text/marks'
import { countWords } from '@/domain/text/markup'
import { blockShape } from './block-shape'
import { oncePerText } from './once-per-text'
import { inlineOf, merge } from './read-inline'
import { readYaml } from './read-yaml'

export type ProseText = { prose: Prose; body: string; findings: readonly Finding[] }

/** The boxes with a background. A flow and a discussion have the background of the page. */
const COLOURED = new Set(['note', 'case', 'care'])

/** Parses one language of a lesson: everything that the checks and the counts need, each with its line. */
export const readProse = oncePerText((path: string, locale: Locale, text: string): ProseText => {
  const { front, body, blank } = splitFrontMatter(text)
  // The line break keeps the line numbers right: in the file a line of dashes comes before the front matter.
  const { value, findings } = readYaml(path, `\n${front}`)
  const revision = (value as { revision?: unknown } | null | undefined)?.revision
  const tree = parseMarkdown(blank + body)
  const blocks = tree.children ?? []
  const walked = blocks.map((block) => walk(block, path, locale, isCase(block)))
  const inline = merge(walked.map((node) => node.inline))
  const nodes = blocks.flatMap(withDescendants)
  const at = (node: MarkdownNode) => ({ path, line: lineOf(node) })
  const named = (name: string) => nodes.filter((node) => node.name === name)
  const words = walked.map((node) => node.words)

  const prose: Prose = {
    path,
    locale,
    revision: typeof revision === 'number' ? revision : null,
    blocks: blocks.map((node) => ({
      shape: blockShape(node),
      line: lineOf(node),
      coloured: COLOURED.has(node.name ?? ''),
    })),
    headings: nodes
      .filter(({ type }) => type === 'heading')
      .map((node) => ({ depth: node.depth ?? 1, id: takeHeadingId(node).id, line: lineOf(node) })),
    ...inline,
    text: readLessonText(tree),
    passages: nodes
      .filter((node) => isLeaf(node) && !node.data?.directiveLabel)
      .map((node) => ({
        ...at(node),
        text: textOf(takeHeadingId(node).node),
        inTable: node.type === 'tableCell',
        citations: withDescendants(node).flatMap(({ name, attributes }) =>
          name === 'cite' ? (attributes?.id ?? []) : [],
        ),
      })),
    laws: named('law').map((node) => ({ ...at(node), cites: idsIn(node.attributes?.cite) })),
    quizzes: named('quiz').map((node) => ({ ...at(node), id: node.attributes?.id ?? '' })),
    skips: named('care').flatMap((node) => idsIn(node.attributes?.skip).map((id) => ({ ...at(node), id }))),
    cases: named('case').map(at),
    links: nodes.filter(({ type }) => type === 'link').map((node) => ({ ...at(node), href: node.url ?? '' })),
    images: nodes
      .filter(({ type }) => type === 'image')
      .map((node) => ({ ...at(node), src: node.url ?? '', alt: node.alt ?? '' })),
    nested: blocks
      .filter(({ type }) => type === 'containerDirective')
      .flatMap((box) =>
        withDescendants(box)
          .slice(1)
          .filter(isBlockOfItsOwn)
          .map((node) => ({ ...at(node), markup: blockShape(node) })),
      ),
    drawings: blocks.flatMap((node, index) =>
      isDrawing(node) ? [{ ...at(node), words: words[index] ?? 0, faults: drawingFaults(node) }] : [],
    ),
    videos: blocks.flatMap((node, index) =>
      node.name === 'video' ? [{ ...at(node), words: words[index] ?? 0, ...readVideoBlock(node) }] : [],
    ),
    words: sum(words),
    ownWords: sum(words.filter((_, index) => !isCase(blocks[index]))),
  }
  return { prose, body, findings }
})

/** Keeps the line numbers of the body: `blank` replaces the lines of the front matter. */
export function splitFrontMatter(text: string): { front: string; body: string; blank: string } {
  const match = /^---\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text)
  const head = match?.[0] ?? ''
  return { front: match?.[1] ?? '', body: text.slice(head.length), blank: head.replace(/[^\n]/g, '') }
}

function walk(block: MarkdownNode, path: string, locale: Locale, inCase: boolean) {
  const leaves = withDescendants(block).filter(isLeaf)
  const words = sum(leaves.map((leaf) => countWords(textOf(takeHeadingId(leaf).node))))
  return { words, inline: inlineOf(takeHeadingId(block).node, { path, line: 1, locale, inCase }) }
}

/** True for a node that contains words, not blocks. */
function isLeaf({ type }: MarkdownNode): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell'
}

function isCase(node: MarkdownNode | undefined): boolean {
  return node?.name === 'case'
}

function isBlockOfItsOwn({ type }: MarkdownNode): boolean {
  return type === 'heading' || type === 'leafDirective' || type === 'containerDirective'
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
