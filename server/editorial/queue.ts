import 'server-only'
import type { Person } from '@/domain/auth/policy'
import { OPEN_QUESTIONS } from '@/domain/editorial/open-questions'
import {
  FIGURE_FAULTS,
  type Known,
  type QueueEntry,
  type QueueQuery,
  queueEntry,
  sortQueue,
} from '@/domain/editorial/queue'
import { signState } from '@/domain/editorial/signature'
import type { EditorialText } from '@/domain/editorial/text'
import { changedAmong, newestSince } from '@/domain/library/outdated-citation'
import { type Page, pageOf } from '@/domain/list/page-of'
import { LOCALES } from '@/domain/locale'
import { memoize, memoizePerObject } from '@/domain/memoize'
import { AREAS, type Area, mayReadText, type Scope } from '@/domain/signoff/scope'
import { nameOfText } from '@/domain/signoff/text-key'
import type { Permit } from '../auth/permit'
import { library } from '../content/library'
import { sql } from '../db/client'
import { countReaders, findQueueFacts } from '../db/editorial/editorial-queue'
import { findSignatures } from '../db/editorial/editorial-signatures'
import { reviewableParts } from './parts'
import { nameOfQuestion, type QuestionFaults, questionFaults } from './question-figures'
import { type EditorialTexts, editorialTexts } from './texts'

export type Queue = {
  area: Area
  /** The values by which she may filter. */
  scope: Pick<Scope, 'areas' | 'parts' | 'languages'>
  entries: Page<QueueEntry>
  total: number
  /** The first entry that is not assigned to anybody else; null if there is none. */
  next: QueueEntry | null
  /** The valid signatures and the number required, for this area in her parts and languages. */
  signed: { count: number; of: number; texts: number }
}

const ROWS = 25
/** The readers are counted again after this time. */
const READERS_MS = 600_000

/** One page of what a reviewer has left to do, in the order of the query. A platform administrator sees all texts. */
export async function reviewQueue({ actor }: Permit<'editorial:read'>, query: QueueQuery, now: Date): Promise<Queue> {
  const scope = await scopeOf(actor)
  const area = query.area && scope.areas.includes(query.area) ? query.area : (scope.areas[0] ?? 'legal')
  const [texts, faults, readers] = await Promise.all([editorialTexts(), questionFaults(now), readersOf(now)])
  const [signatures, { assignments, errors, proposals }] = await Promise.all([
    findSignatures(sql()),
    findQueueFacts(sql(), area, actor.accountId),
  ])
  const known = knownOf(texts)
  const hers = texts.list.filter(({ key }) => mayReadText(scope, key))
  const asked = { scope, area, language: query.language }
  const entries = hers.flatMap((text) => {
    const name = nameOfText(text.key)
    const current = {
      signatures: signatures.get(name) ?? [],
      assignments: assignments.get(name) ?? [],
      errors: errors.get(name) ?? 0,
      proposals: proposals.get(name) ?? [],
      readers: readersIn(text, texts, readers),
      figures: figuresOf(text, faults),
    }
    return queueEntry(text, known.get(name) ?? NOTHING, current, asked) ?? []
  })
  const sorted = sortQueue(entries, query, actor.accountId)
  const languages = LOCALES.filter((locale) => scope.languages.includes(locale))
  const isSigned = (text: EditorialText) =>
    languages.filter((locale) => signState(text, signatures.get(nameOfText(text.key)) ?? [], locale, area) === 'signed')
  return {
    area,
    scope,
    entries: pageOf(sorted, String(query.page), ROWS),
    total: sorted.length,
    next: sorted.find((entry) => isHers(entry, actor)) ?? null,
    signed: {
      count: hers.reduce((sum, text) => sum + isSigned(text).length, 0),
      of: hers.length * languages.length,
      texts: hers.length,
    },
  }
}

const NOTHING: Known = { lawChanges: [], openQuestions: [] }

const isHers = ({ assignments }: QueueEntry, { accountId }: Person) =>
  assignments.every((assignment) => assignment.accountId === accountId)

/** The scope of a reviewer; for a platform administrator who does not review, everything. */
export async function scopeOf(actor: Person): Promise<Pick<Scope, 'areas' | 'parts' | 'languages'>> {
  const own = actor.roles?.reviewer?.scope
  return own ?? { areas: [...AREAS], parts: await reviewableParts(), languages: [...LOCALES] }
}

const knownOf = memoizePerObject((texts: EditorialTexts): ReadonlyMap<string, Known> => {
  const questions = new Map<string, number[]>()
  for (const { number, texts: named } of OPEN_QUESTIONS)
    for (const key of named) questions.set(nameOfText(key), [...(questions.get(nameOfText(key)) ?? []), number])
  return new Map(
    texts.list.map((text) => {
      const changed = changedAmong(text.cites, library(), { lawDate: text.lawDate, signedOn: null })
      const lawChanges = changed.flatMap((provision) => {
        const since = newestSince(provision)
        return since ? [{ provision: provision.id, since }] : []
      })
      const name = nameOfText(text.key)
      return [name, { lawChanges, openQuestions: questions.get(name) ?? [] }]
    }),
  )
})

const readers = memoize((_slot: number) => countReaders(sql()), { key: String, limit: 1 })
const readersOf = (now: Date) => readers(Math.floor(now.getTime() / READERS_MS))

/** The number of readers of a text: those of its course or, for the library, of all courses that cite the entry. */
function readersIn(
  { key, course }: EditorialText,
  texts: EditorialTexts,
  people: Readonly<Record<string, number>>,
): number {
  const courses = course ? [course.id] : (citingCourses(texts).get(key.id) ?? [])
  return courses.reduce((sum, id) => sum + (people[id] ?? 0), 0)
}

/** The courses in which each provision and decision is cited. */
const citingCourses = memoizePerObject(({ list }: EditorialTexts): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>()
  for (const { course, cites } of list) {
    if (!course) continue
    for (const id of cites) found.set(id, (found.get(id) ?? new Set()).add(course.id))
  }
  return new Map([...found].map(([id, courses]) => [id, [...courses]]))
})

function figuresOf({ key, course, questions }: EditorialText, faults: QuestionFaults) {
  if (key.kind !== 'bank' || !course) return null
  const bad = questions.flatMap((id) => {
    const wrong = faults.get(nameOfQuestion(course.id, id))
    return wrong ? [wrong] : []
  })
  if (bad.length === 0) return null
  return { questions: bad.length, faults: FIGURE_FAULTS.filter((fault) => bad.some((wrong) => wrong.includes(fault))) }
}
