import { z } from 'zod'
import type { Locale, Localized } from '../locale'
import { parseMarkdown } from '../text/markdown'
import { type MarkdownNode, takeHeadingId, textOf } from '../text/markdown-tree'

/** The printed papers that are made from a course. */
export const HANDOUTS = ['brochure', 'poster'] as const
export type HandoutKind = (typeof HANDOUTS)[number]

const PLACE = /^([a-z0-9]+(?:-[a-z0-9]+)*)#([a-z0-9]+(?:-[a-z0-9]+)*)$/
const placeSchema = z.string().regex(PLACE)
/** One section, or several in order, of which the first gives the title. */
const placesSchema = z.union([placeSchema, z.array(placeSchema).min(1)])

/** The sections of the lessons from which the papers are made, each as lesson#section. */
export const handoutSchema = z.strictObject({
  what: placesSchema,
  signs: placesSchema,
  do: placesSchema,
  avoid: placesSchema,
  call: placesSchema,
})
export type HandoutPlan = z.infer<typeof handoutSchema>
export type HandoutPart = keyof HandoutPlan

/** The parts whose list the papers show separately, so their section needs a list. */
export const LISTED_PARTS: readonly HandoutPart[] = ['signs', 'do', 'avoid']

/** Words in one style. A `reference` is a number that is written left to right in every language. */
export type Run = { text: string; strong: boolean; reference: boolean }
export type PaperBlock = { kind: 'paragraph'; runs: Run[] } | { kind: 'list'; ordered: boolean; items: Run[][] }
export type PaperSection = { title: string; blocks: PaperBlock[] }

type Lessons = readonly { file: { id: string }; bodies: Localized }[]

/** The texts of the papers in one language; null if a section is not there. */
export function readHandout(
  plan: HandoutPlan,
  lessons: Lessons,
  locale: Locale,
): Record<HandoutPart, PaperSection> | null {
  const parts = Object.entries(plan).map(([part, places]) => [part, sectionsAt(places, lessons, locale)] as const)
  return parts.some(([, section]) => section === null)
    ? null
    : (Object.fromEntries(parts) as Record<HandoutPart, PaperSection>)
}

/** The places of a part, of which it may have several. */
export function placesOf(places: string | readonly string[]): readonly string[] {
  return typeof places === 'string' ? [places] : places
}

/** Several sections as one, under the title of the first. */
function sectionsAt(places: string | readonly string[], lessons: Lessons, locale: Locale): PaperSection | null {
  const sections = placesOf(places).map((place) => sectionAt(place, lessons, locale))
  const found = sections.flatMap((section) => section ?? [])
  const [first] = found
  if (!first || found.length < sections.length) return null
  return { title: first.title, blocks: found.flatMap(({ blocks }) => blocks) }
}

function sectionAt(place: string, lessons: Lessons, locale: Locale): PaperSection | null {
  const [, lessonId, sectionId] = PLACE.exec(place) ?? []
  const body = lessons.find(({ file }) => file.id === lessonId)?.bodies[locale]
  return body === undefined || sectionId === undefined ? null : readSection(body, sectionId)
}

/**
 * The paragraphs and lists of a section, as far as the next heading. Drawings, questions and boxes are for the screen.
 */
export function readSection(body: string, sectionId: string): PaperSection | null {
  const nodes = parseMarkdown(body).children ?? []
  const from = nodes.findIndex((node) => takeHeadingId(node).id === sectionId)
  const heading = nodes[from]
  if (!heading) return null
  const next = nodes.findIndex((node, index) => index > from && node.type === 'heading')
  const inside = nodes.slice(from + 1, next < 0 ? undefined : next)
  return { title: textOf(takeHeadingId(heading).node).trim(), blocks: inside.flatMap(toBlock) }
}

function toBlock(node: MarkdownNode): PaperBlock[] {
  if (node.type === 'paragraph') return [{ kind: 'paragraph', runs: runsOf(node) }]
  if (node.type !== 'list') return []
  return [{ kind: 'list', ordered: node.ordered === true, items: (node.children ?? []).map((item) => runsOf(item)) }]
}

function runsOf(node: MarkdownNode, look = { strong: false, reference: false }): Run[] {
  if (node.value !== undefined) return [{ text: node.value.replace(/\s+/g, ' '), ...look }]
  const own = { strong: look.strong || node.type === 'strong', reference: look.reference || node.name === 'ref' }
  return (node.children ?? []).flatMap((child) => runsOf(child, own))
}
