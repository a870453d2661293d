/** What a report is about. */
export const ERROR_PLACES = ['lesson', 'practice', 'exam', 'entry', 'page'] as const
export type ErrorPlace = (typeof ERROR_PLACES)[number]

/** The parts of the library whose entries have a page each, by the name in its address. */
const SHELVES = { law: 'law', cases: 'decision', checklists: 'checklist', models: 'model', briefs: 'brief' } as const
export type EntryShelf = (typeof SHELVES)[keyof typeof SHELVES]

/** The place that the form's address names. It is not checked yet whether it exists and who may read it. */
export type AskedPlace = { path: string } & (
  | { place: 'lesson'; course: string; lesson: string; block: number | null; section: number | null }
  /** `lesson`: null for a second form, which stands in no lesson. */
  | { place: 'practice'; course: string; lesson: string | null; question: string }
  /** `attempt`: its number; null for the one under way. */
  | { place: 'exam'; course: string; attempt: number | null; position: number }
  | { place: 'entry'; shelf: EntryShelf; id: string }
  /** `course`: null outside of the courses. */
  | { place: 'page'; course: string | null }
)

const LONGEST_PATH = 200
/** The path of an address, without a query, which may contain secrets. */
const PATH = /^(\/[\w.~%@:+-]*)*$/
const LESSON = /^\/courses\/([\w-]+)\/lessons\/([\w-]+)$/
const SET = /^\/courses\/([\w-]+)\/practice-set$/
const EXAM = /^\/courses\/([\w-]+)\/exam\/(\d{1,3}|result)$/
const COURSE = /^\/courses\/([\w-]+)/
const ENTRY = /^\/library\/(law|cases|checklists|models|briefs)\/([\w-]+)$/
/** The form itself: every page has a link to it, also the page of the form. */
const FORM = /^\/report$/
/** The number of a certificate is removed, since it leads to a name. */
const CERTIFICATE = /^\/(verify|certificates)\/.*/

/**
 * Reads the address of the form: `page` is the path of a page without its language, `block` a passage of a lesson, `section` the block of a heading,
 * `question` a practice question of it, or of a practice set, `attempt` and `n` a question of a result. Null for anything else.
 */
export function readAskedPlace(query: URLSearchParams): AskedPlace | null {
  const page = query.get('page')
  if (page === null || page.length > LONGEST_PATH || !PATH.test(page)) return null
  const path = page.replace(CERTIFICATE, '/$1').replace(FORM, '')
  return lessonIn(path, query) ?? setIn(path, query) ?? examIn(path, query) ?? entryIn(path) ?? pageAt(path)
}

function lessonIn(path: string, query: URLSearchParams): AskedPlace | null {
  const [, course, lesson] = LESSON.exec(path) ?? []
  if (!course || !lesson) return null
  const question = query.get('question')
  if (question) return { place: 'practice', path, course, lesson, question }
  return {
    place: 'lesson',
    path,
    course,
    lesson,
    block: readNumber(query.get('block')),
    section: readNumber(query.get('section')),
  }
}

function setIn(path: string, query: URLSearchParams): AskedPlace | null {
  const course = SET.exec(path)?.[1]
  const question = query.get('question')
  return course && question ? { place: 'practice', path, course, lesson: null, question } : null
}

function examIn(path: string, query: URLSearchParams): AskedPlace | null {
  const [, course, last] = EXAM.exec(path) ?? []
  if (!course || !last) return null
  if (last !== 'result') return { place: 'exam', path, course, attempt: null, position: Number(last) }
  const [attempt, position] = [readNumber(query.get('attempt')), readNumber(query.get('n'))]
  // The result as a whole is a page like any other.
  return attempt === null || position === null ? null : { place: 'exam', path, course, attempt, position }
}

function entryIn(path: string): AskedPlace | null {
  const entry = entryAt(path)
  return entry && { place: 'entry', path, ...entry }
}

/** The entry of the library on a page; null if the page shows none by itself. */
export function entryAt(path: string): { shelf: EntryShelf; id: string } | null {
  const [, shelf, id] = ENTRY.exec(path) ?? []
  return shelf && id ? { shelf: SHELVES[shelf as keyof typeof SHELVES], id } : null
}

function pageAt(path: string): AskedPlace {
  return { place: 'page', path, course: COURSE.exec(path)?.[1] ?? null }
}

function readNumber(typed: string | null): number | null {
  return typed && /^\d{1,4}$/.test(typed) ? Number(typed) : null
}
