import { type Library, lookUp } from '../../library/library'
import { readCitation } from '../../library/resolve-citation'
import { LOCALES } from '../../locale'
import { citedInQuestion } from '../citation-uses'
import type { Course } from '../course'
import type { LawChange, LawSpan } from '../law-changes'
import { changedProvisions, changedWithin, changesSince, isMarked } from '../law-changes'
import { type CourseCheck, error, type Found } from './finding'
import { type CourseSource, placeIn, type QuestionSource } from './source'

/** The entries about changed law must be complete: no gap in time, and every cited provision that changed is named. */
export const lawChanges: CourseCheck = (course, library) => {
  const { lawChanges: file, exam } = course
  const entries = file.value ?? []
  if (entries.length === 0) return []
  if (!exam) return [error(placeIn(file, '0'), 'a course without an exam has no certificates: delete this file')]
  return [
    ...entries.flatMap((entry, at) => [
      ...daysOf(course, entry, at),
      ...namesOf(course, library, entry, at),
      ...placesOf(course, entry, at),
      ...askedOf(course, entry, at),
    ]),
    ...laterOf(course, library),
  ]
}

/**
 * Reports changes of the law since the published release that are not declared. They must be declared and stay
 * declared, because people who hold a certificate of that release's law date are offered a law update.
 */
export function undeclaredLaw(
  course: CourseSource,
  before: Pick<Course, 'file' | 'lawChanges'>,
  library: Library,
): Found[] {
  const { lawChanges: file, exam } = course
  const entries = file.value ?? []
  const gone = (before.lawChanges ?? []).filter(({ lawDate }) => !entries.some((entry) => entry.lawDate === lawDate))
  if (gone.length > 0)
    return gone.map(({ lawDate }) =>
      error(placeIn(file), `the published edition says what the law changed up to ${lawDate}: put that entry back`),
    )
  const span = { since: before.file.lawDate, lawDate: course.file.value?.lawDate ?? '' }
  if (exam === null || changesSince(entries, span.since).length > 0) return []
  const changed = changedIn(course, library, span)
  if (changed.length === 0) return []
  const entry = entryToFill(span, changed)
  const says = `the course cites law that changed since the published edition: say what it means, in ${file.path}`
  return [error(placeIn(file), `${says}\n${entry}\n`)]
}

/** The provisions that changed between two days and that the course cites outside its invented files. */
function changedIn(course: CourseSource, library: Library, span: LawSpan): string[] {
  const own = course.citations.filter(({ path }) => !course.cases.some((one) => path.startsWith(`${one.path}/`)))
  return changedProvisions(
    own.map(({ id }) => id),
    library,
    span,
  )
}

/** An entry to be filled in by a person. */
export function entryToFill({ since, lawDate }: LawSpan, changed: readonly string[]): string {
  return [
    `- since: "${since}"`,
    `  lawDate: "${lawDate}"`,
    '  what: { ar: …, fr: …, en: … }',
    `  changed: [${changed.join(', ')}]`,
  ].join('\n')
}

/** Each entry must begin on the day on which the one before ends, so that together they leave no gap. */
function daysOf({ lawChanges: file, file: { value } }: CourseSource, entry: LawChange, at: number): Found[] {
  const before = file.value?.[at - 1]
  const fault = (key: string, message: string) => [error(placeIn(file, `${at}.${key}`), message)]
  if (entry.since >= entry.lawDate) return fault('lawDate', 'must be later than “since”')
  if (before && entry.since !== before.lawDate)
    return fault('since', `must be ${before.lawDate}, the “lawDate” of the entry before: the newest entry stands last`)
  if (value && entry.lawDate > value.lawDate)
    return fault(
      'lawDate',
      `is later than the law date of the course, ${value.lawDate}: raise “lawDate” in course.yaml`,
    )
  return []
}

function namesOf(course: CourseSource, library: Library, entry: LawChange, at: number): Found[] {
  const file = course.lawChanges
  const wrong = (['changed', 'untouched'] as const).flatMap((key) =>
    entry[key].flatMap((id, n) => {
      const provision = lookUp(library.provisions, readCitation(id)?.provision ?? '')
      if (provision && changedWithin(provision, entry)) return []
      const says = provision
        ? `did not change after ${entry.since} and up to ${entry.lawDate}`
        : 'is not in library/law'
      return [error(placeIn(file, `${at}.${key}.${n}`), `“${id}” ${says}: correct it or take it out`)]
    }),
  )
  const named = new Set([...entry.changed, ...entry.untouched].map((id) => readCitation(id)?.provision))
  const missing = changedIn(course, library, entry).filter((id) => !named.has(id))
  return [
    ...wrong,
    ...missing.map((id) =>
      error(
        placeIn(file, `${at}`),
        `the course cites ${id}, which changed between these days: name it, or the paragraph that changed, under “changed” or “untouched”`,
      ),
    ),
  ]
}

function placesOf(course: CourseSource, entry: LawChange, at: number): Found[] {
  const questions = new Set(askable(course).map(({ id }) => id))
  return (['also', 'without'] as const).flatMap((key) =>
    entry[key].flatMap((place, n) =>
      questions.has(place) || isSection(course, place)
        ? []
        : [
            error(
              placeIn(course.lawChanges, `${at}.${key}.${n}`),
              `“${place}” is neither a section (lesson#section, of a “##” heading) nor a question of the practice or to study with`,
            ),
          ],
    ),
  )
}

function isSection({ lessons }: CourseSource, place: string): boolean {
  const [lesson, section] = place.split('#')
  const prose = lessons.find(({ id }) => id === lesson)?.prose ?? {}
  return LOCALES.every((locale) => prose[locale]?.headings.some(({ id, depth }) => id === section && depth === 2))
}

function askedOf(course: CourseSource, entry: LawChange, at: number): Found[] {
  if (entry.changed.length === 0) return []
  const asked = askable(course).some(
    ({ id, value }) => value && isMarked({ cites: citedInQuestion(value), place: id }, [entry]),
  )
  return asked
    ? []
    : [
        error(
          placeIn(course.lawChanges, `${at}.changed`),
          'no question of the practice or to study with cites what changed: write one, or name one under “also”',
        ),
      ]
}

function askable({ lessons, second }: CourseSource): QuestionSource[] {
  return [...lessons.flatMap(({ practice }) => practice), ...second.filter(({ measures }) => !measures)]
}

/** What changed after the last entry, up to the law date of the course. */
function laterOf(course: CourseSource, library: Library): Found[] {
  const since = course.lawChanges.value?.at(-1)?.lawDate
  const lawDate = course.file.value?.lawDate
  if (since === undefined || lawDate === undefined || lawDate <= since) return []
  const changed = changedIn(course, library, { since, lawDate })
  if (changed.length === 0) return []
  const entry = entryToFill({ since, lawDate }, changed)
  return [error(placeIn(course.lawChanges), `the course cites law that changed since: say what it means\n${entry}\n`)]
}
