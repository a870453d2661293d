import 'server-only'
import MiniSearch from 'minisearch'
import { citationUses, countUses, NO_USES } from '@/domain/course/citation-uses'
import type { Course } from '@/domain/course/course'
import { courseEntries, lessonEntries } from '@/domain/course/lesson-entries'
import { type AnswerBook, answerBook } from '@/domain/library/find-answers'
import type { Library } from '@/domain/library/library'
import { libraryEntries } from '@/domain/library/library-entries'
import { type BriefBook, briefBook } from '@/domain/library/named-briefs'
import { normaliseWord, searchTokens } from '@/domain/library/normalise-search'
import { type PhraseBook, phraseBook } from '@/domain/library/phrase-book'
import { NO_QUESTIONS } from '@/domain/library/questions'
import { joinTexts, type SearchEntry, type SearchKind } from '@/domain/library/search-entry'
import { LOCALES } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import { library } from '../content/library'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { onceInProcess } from '../once-in-process'

/** The full-text index, with the data to show its results. */
export type SearchIndex = {
  /** The id of a document is the position of its entry in `entries`. */
  words: MiniSearch<Indexed>
  entries: readonly SearchEntry[]
  /** How much each entry weighs, by its position. */
  weights: readonly number[]
  book: PhraseBook
  answers: AnswerBook
  briefs: BriefBook
  /** The entry that stands for a page, by its address. */
  pages: ReadonlyMap<string, SearchEntry>
}
type Indexed = { id: number } & SearchEntry

/**
 * Titles and bodies by language, so that each language has its own statistics and that of the reader can have more
 * weight.
 */
export const FIELDS = [...LOCALES.flatMap((locale) => [`${locale}Title`, locale]), 'also', 'number']

type Content = {
  library: Library
  courses: readonly Pick<Course, 'file' | 'lessons' | 'bank' | 'citedByQuestion'>[]
}

export function buildSearchIndex({ library: shelves, courses }: Content): SearchIndex {
  const { terms, questions } = shelves
  const uses = citationUses(courses, shelves)
  const usesOf = ({ id }: { id: string }) => countUses(uses.get(id) ?? NO_USES)
  return indexOf(
    [...libraryEntries(shelves, usesOf), ...lessonEntries(courses)],
    phraseBook(Object.values(terms), questions),
    answerBook(questions, terms),
    briefBook(shelves),
  )
}

export function indexOf(
  entries: readonly SearchEntry[],
  book: PhraseBook,
  answers: AnswerBook,
  briefs: BriefBook = [],
): SearchIndex {
  const words = new MiniSearch<Indexed>({
    fields: FIELDS,
    extractField,
    tokenize: searchTokens,
    // `searchTokens` returns words in the form in which they are compared.
    processTerm: (token) => token,
  })
  words.addAll(entries.map((entry, place) => ({ ...entry, id: place }) as unknown as Indexed))
  // In `entries` a whole page precedes its parts, so in reverse order its entry is set last and stays.
  const pages = new Map(entries.toReversed().map((entry) => [entry.page, entry]))
  return { words, entries, weights: entries.map(weightOf), book, answers, briefs, pages }
}

/** The text of the law ranks before explanations of it. */
const WEIGHT: Partial<Record<SearchKind, number>> = { law: 1.25, term: 1.1, lesson: 0.8 }
/** The weight added for each doubling of an entry's uses: articles that are cited often are searched for most. */
const PER_DOUBLING = 0.06

function weightOf({ kind, uses = 0 }: SearchEntry): number {
  return (WEIGHT[kind] ?? 1) * (1 + PER_DOUBLING * Math.log2(1 + uses))
}

function extractField(entry: Indexed, field: string): string {
  if (field === 'id') return String(entry.id)
  if (field === 'number') return entry.number === undefined ? '' : normaliseWord(entry.number)
  if (field === 'also') return Object.values(joinTexts(entry.also)).join(' ')
  const [, locale, title] = /^(ar|fr|en)(Title)?$/.exec(field) ?? []
  return (title ? entry.title : entry.body)[locale as 'ar' | 'fr' | 'en'] ?? ''
}

const indexes = onceInProcess('search-index', () =>
  memoize(
    (courses: readonly LoadedRelease[]) =>
      buildSearchIndex({ library: library(), courses: courses.map(({ course }) => course) }),
    {
      key: (courses) => courses.map(({ id }) => id).join(' '),
      limit: 1,
    },
  ),
)

/** The index of the library and of the published courses. Each process builds it again when a course is published. */
export async function searchIndex(): Promise<SearchIndex> {
  return indexes()(await currentReleases())
}

/** The number of releases whose index is cached: about as many as learners read at one time. */
const COURSES_AT_ONCE = 8

const coursesIn = onceInProcess('course-search-index', () =>
  memoize(
    ({ course }: LoadedRelease) => {
      const { terms, questions } = library()
      // The pages that answer a question are in the library.
      return indexOf(
        courseEntries(course),
        phraseBook(Object.values(terms), questions),
        answerBook(NO_QUESTIONS, terms),
      )
    },
    { key: ({ id }) => id, limit: COURSES_AT_ONCE },
  ),
)

/** The index of the lessons of one release, for those who may read it. */
export function courseSearchIndex(release: LoadedRelease): SearchIndex {
  return coursesIn()(release)
}
