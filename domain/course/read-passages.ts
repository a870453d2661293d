import type { LawStore } from '../library/library'
import { resolveCitation } from '../library/resolve-citation'
import { inEach } from '../library/search-entry'
import { writeCitation } from '../library/write-citation'
import { LOCALES, type Locale, type Localized } from '../locale'
import { memoize } from '../memoize'
import type { QuestionKey } from '../question/question'
import { parseMarkdown } from '../text/markdown'
import { type MarkdownNode, takeHeadingId, withDescendants } from '../text/markdown-tree'
import { idsIn } from '../text/marks'
import { plainText } from '../text/markup'
import { wordsOfBlock } from './lesson-text'
import type { Passage } from './passage'

type Texts = { bodies: Localized; practice: readonly QuestionKey[] }
type Law = { store: LawStore; date: string }

/** The number of characters of a block that are stored: enough for a reader to recognise it. */
const LONGEST_WORDS = 300

/** Nodes that make no block of the page. */
const NO_BLOCK = ['definition', 'footnoteDefinition', 'html']

/** More than the lessons of all courses, in three languages. */
const BODIES = 400

/** What is kept of a block: its tree would take a hundred times the memory. */
type Block = Pick<MarkdownNode, 'type' | 'name' | 'attributes' | 'depth'> & {
  headingId: string | null
  words: string
  /** The ids that it cites, with repetitions. */
  cites: readonly string[]
}

/**
 * The blocks of a lesson in the order of the page.
 *
 * @param hashOf returns a hash: equal for equal texts, different for different ones.
 */
export function readPassages(lesson: Texts, law: Law, hashOf: (text: string) => string): Passage[] {
  const blocks = { ar: blocksOf(lesson.bodies.ar), fr: blocksOf(lesson.bodies.fr), en: blocksOf(lesson.bodies.en) }
  let section: Passage['section'] = null
  return blocks.ar.map((_, block) => {
    const at = (locale: Locale) => blocks[locale][block]
    section = sectionAt(at) ?? section
    return {
      block,
      hash: hashOf(LOCALES.map((locale) => identityOf(at(locale))).join('\n')),
      section,
      words: inEach((locale) => shortened(wordsIn(at(locale), lesson, law, locale))),
    }
  })
}

/** The whole words of each of these blocks, in the same order. */
export function wordsOfPassages(lesson: Texts, law: Law): Localized[] {
  const blocks = { ar: blocksOf(lesson.bodies.ar), fr: blocksOf(lesson.bodies.fr), en: blocksOf(lesson.bodies.en) }
  return blocks.ar.map((_, block) => inEach((locale) => wordsIn(blocks[locale][block], lesson, law, locale)))
}

/** The ids that each of these blocks cites in any language. `isText`: it is no heading, quoted law or question. */
export function citedInPassages({ bodies }: Pick<Texts, 'bodies'>): { cites: string[]; isText: boolean }[] {
  const blocks = LOCALES.map((locale) => blocksOf(bodies[locale]))
  return (blocks[0] ?? []).map((first, block) => ({
    cites: [...new Set(blocks.flatMap((each) => each[block]?.cites ?? []))],
    isText: first.type !== 'heading' && first.type !== 'leafDirective',
  }))
}

function citedIn(block: MarkdownNode): string[] {
  return withDescendants(block).flatMap(({ name, attributes }) => {
    if (name === 'cite') return idsIn(attributes?.id)
    return name === 'law' ? idsIn(attributes?.cite) : []
  })
}

// A publication reads the same bodies several times: those of the new release, and those of the newest one.
const blocksOf = memoize(readBlocks, { key: (body) => body, limit: BODIES })

function readBlocks(body: string): readonly Block[] {
  const blocks = (parseMarkdown(body).children ?? []).filter(({ type }) => !NO_BLOCK.includes(type))
  return blocks.map((block) => {
    const { type, name, attributes, depth } = block
    return {
      type,
      name,
      attributes,
      depth,
      headingId: takeHeadingId(block).id,
      words: wordsOfBlock(block),
      cites: citedIn(block),
    }
  })
}

function sectionAt(at: (locale: Locale) => Block | undefined): Passage['section'] {
  const heading = at('ar')
  if (heading?.type !== 'heading' || (heading.depth ?? 1) > 2) return null
  const ids = LOCALES.map((locale) => at(locale)?.headingId)
  return { id: ids.find(Boolean) ?? null, title: inEach((locale) => identityOf(at(locale))) }
}

/** The text that identifies a block. It stays the same if a citation is corrected or a box becomes a paragraph. */
function identityOf(block: Block | undefined): string {
  if (block?.type === 'leafDirective') return `${block.name} ${block.attributes?.cite ?? block.attributes?.id ?? ''}`
  return block?.words ?? ''
}

function wordsIn(block: Block | undefined, { practice }: Texts, law: Law, locale: Locale): string {
  if (block?.name === 'law') {
    const cited = idsIn(block.attributes?.cite).flatMap((id) => resolveCitation(law.store, id, law.date) ?? [])
    return cited.map((each) => writeCitation(each, locale)).join(' · ')
  }
  if (block?.name === 'quiz') {
    const asked = practice.find(({ id }) => id === block.attributes?.id)
    return asked ? plainText(asked.stem[locale]) : ''
  }
  return block?.words ?? ''
}

function shortened(words: string): string {
  if (words.length <= LONGEST_WORDS) return words
  const cut = words.slice(0, LONGEST_WORDS)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1).trimEnd() || cut}…`
}
