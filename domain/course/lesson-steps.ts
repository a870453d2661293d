import type { Locale, Localized } from '../locale'
import { memoizePerObject } from '../memoize'
import { parseMarkdown } from '../text/markdown'
import { type MarkdownNode, takeHeadingId, textOf, withDescendants } from '../text/markdown-tree'
import { type LessonText, readLessonText } from './lesson-text'

/** A section (`##`) of a lesson, which is read as one page. What stands before the first heading belongs to the first. */
export type LessonStep = {
  /** The id of its heading, the same in every language; `step-1` … for an older release that has none. */
  id: string
  title: string
  /** Its Markdown source with its heading. */
  text: string
  /** The number of its first block in the lesson, and how many it has. */
  firstBlock: number
  blocks: number
  /** The ids of its questions, in order. */
  questions: readonly string[]
  read: Pick<LessonText, 'cites' | 'laws' | 'terms'>
}

/** Nodes that make no block of the page. */
const NO_BLOCK = ['definition', 'footnoteDefinition', 'html']

const steps = {
  ar: memoizePerObject((lesson: { bodies: Localized }) => readSteps(lesson.bodies.ar)),
  fr: memoizePerObject((lesson: { bodies: Localized }) => readSteps(lesson.bodies.fr)),
  en: memoizePerObject((lesson: { bodies: Localized }) => readSteps(lesson.bodies.en)),
}

/** The steps of a lesson, in order; at least one. */
export function lessonSteps(lesson: { bodies: Localized }, locale: Locale): readonly LessonStep[] {
  return steps[locale](lesson)
}

/** The step that contains a block; the last one for a number past the end. */
export function stepOfBlock(all: readonly LessonStep[], block: number): LessonStep | undefined {
  return all.find(({ firstBlock, blocks }) => block < firstBlock + blocks) ?? all.at(-1)
}

function readSteps(body: string): LessonStep[] {
  const groups: MarkdownNode[][] = [[]]
  for (const node of parseMarkdown(body).children ?? []) {
    if (isSection(node) && groups.at(-1)?.some(isSection)) groups.push([])
    groups.at(-1)?.push(node)
  }
  const offsets = groups.map(([first]) => first?.position?.start.offset ?? 0)
  let firstBlock = 0
  return groups.map((nodes, place) => {
    const blocks = nodes.filter(({ type }) => !NO_BLOCK.includes(type)).length
    const step = { ...stepOf(nodes, place), text: body.slice(offsets[place], offsets[place + 1]), firstBlock, blocks }
    firstBlock += blocks
    return step
  })
}

const isSection = ({ type, depth }: MarkdownNode) => type === 'heading' && (depth ?? 1) <= 2

function stepOf(nodes: MarkdownNode[], place: number): Omit<LessonStep, 'text' | 'firstBlock' | 'blocks'> {
  const heading = nodes.find(isSection)
  const { node, id } = heading ? takeHeadingId(heading) : { node: null, id: null }
  const section: MarkdownNode = { type: 'root', children: nodes }
  const { cites, laws, terms } = readLessonText(section)
  const quizzes = withDescendants(section).filter(({ name }) => name === 'quiz')
  return {
    id: id ?? `step-${place + 1}`,
    title: node ? textOf(node).trim() : '',
    questions: quizzes.flatMap(({ attributes }) => attributes?.id ?? []),
    read: { cites, laws, terms },
  }
}
