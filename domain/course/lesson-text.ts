import { z } from 'zod'
import { LOCALES, type Locale, type Localized } from '../locale'
import { memoizePerObject } from '../memoize'
import { parseMarkdown } from '../text/markdown'
import { type MarkdownNode, takeHeadingId, textOf, withDescendants } from '../text/markdown-tree'
import { idsIn } from '../text/marks'

const sectionSchema = z.strictObject({ id: z.string().nullable(), title: z.string().nullable(), text: z.string() })
/** A part of a lesson under one heading, as plain text. The part before the first heading has neither title nor id. */
export type LessonSection = z.infer<typeof sectionSchema>

/** What other features need from a lesson's text. A release stores it, so that no request has to parse the text. */
export const lessonTextSchema = z.strictObject({
  /** The ids that its sentences cite, in order and with repetitions. */
  cites: z.array(z.string()),
  /** The ids that its blocks of law quote. */
  laws: z.array(z.string()),
  /** The ids of glossary terms. */
  terms: z.array(z.string()),
  /** Its text, without quoted law, which comes from the library. */
  sections: z.array(sectionSchema),
})
export type LessonText = z.infer<typeof lessonTextSchema>

/** Deeper headings make parts too small to be search results of their own. */
const DEEPEST_SECTION = 4

export function readLessonText(tree: MarkdownNode): LessonText {
  const nodes = withDescendants(tree)
  const idsOf = (mark: string, attribute: string) =>
    nodes.filter(({ name }) => name === mark).flatMap(({ attributes }) => idsIn(attributes?.[attribute]))
  return {
    cites: idsOf('cite', 'id'),
    laws: idsOf('law', 'cite'),
    terms: idsOf('def', 'term'),
    sections: sectionsOf(tree),
  }
}

type Texts = { bodies: Localized; texts?: Readonly<Record<Locale, LessonText>> | undefined }

// For older releases, which do not store the parsed text of their lessons.
const parsed = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    memoizePerObject(({ bodies }: Texts) => readLessonText(parseMarkdown(bodies[locale]))),
  ]),
) as Record<Locale, (lesson: Texts) => LessonText>

export function lessonText(lesson: Texts, locale: Locale): LessonText {
  return lesson.texts?.[locale] ?? parsed[locale](lesson)
}

/** The words of a block of a lesson, as plain text: those of its paragraphs, items and rows, in order. */
export function wordsOfBlock(block: MarkdownNode): string {
  return leavesOf(block).map(wordsOf).filter(saysSomething).join(' ')
}

function sectionsOf(tree: MarkdownNode): LessonSection[] {
  const sections: (Omit<LessonSection, 'text'> & { parts: string[] })[] = [{ id: null, title: null, parts: [] }]
  for (const leaf of leavesOf(tree)) {
    if (leaf.type === 'heading' && (leaf.depth ?? 1) <= DEEPEST_SECTION) {
      const { node, id } = takeHeadingId(leaf)
      sections.push({ id, title: wordsOf(node), parts: [] })
    } else sections.at(-1)?.parts.push(wordsOf(leaf))
  }
  return sections
    .map(({ id, title, parts }) => ({ id, title, text: parts.filter(saysSomething).join(' ') }))
    .filter(({ title, text }) => title !== null || text !== '')
}

/** The innermost blocks that hold words. A row of a table is one, and so is the title of a box. */
function leavesOf(node: MarkdownNode): MarkdownNode[] {
  if (['heading', 'paragraph', 'tableRow'].includes(node.type)) return [node]
  return (node.children ?? []).flatMap(leavesOf)
}

function wordsOf(node: MarkdownNode): string {
  const words =
    node.type === 'tableRow' ? (node.children ?? []).map(textOf).join(' · ') : textOf(takeHeadingId(node).node)
  return words.replace(/\s+/g, ' ').trim()
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
