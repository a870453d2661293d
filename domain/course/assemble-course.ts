import type { ReleasedCase } from '../case/case-file'
import type { Library } from '../library/library'
import { lookUp } from '../library/library'
import { readCitation } from '../library/resolve-citation'
import { LOCALES, type Locale } from '../locale'
import type { CaseSource, CourseSource, LessonSource } from './checks/source'
import { citedInQuestion } from './citation-uses'
import type { Course, CourseFile, Lesson } from './course'
import { courseMinutes, trainingHours } from './duration'
import { lessonMinutes } from './lesson-minutes'

/**
 * Builds the course that a release stores: the files as read, in the order of the outline, with the provisions and
 * terms that they refer to.
 *
 * @throws if a part could not be read. Call it only for a course whose checks found no error.
 */
export function assembleCourse(source: CourseSource, library: Library): Course {
  const file = held(source.file.value, source.file.path)
  const lessons = file.outline.map((id) =>
    assembleLesson(
      held(
        source.lessons.find((lesson) => lesson.id === id),
        id,
      ),
      library,
      file.lawDate,
    ),
  )
  const terms = pick(library.terms, source.lessons.flatMap(termsIn))
  // The changed provisions are shown in a comparison, so they are stored even if no text cites them any more.
  const changed = (source.lawChanges.value ?? []).flatMap((entry) => entry.changed)
  const named = [
    ...source.citations.map(({ id }) => id),
    ...changed,
    ...Object.values(terms).flatMap(({ cites = [] }) => cites),
  ]
  const decided = Object.values(pick(library.decisions, named)).flatMap(({ cites }) => cites)
  const cited = [...named, ...decided].map(provisionOf)
  // Include the provisions that translation notes compare with: the reader reaches them with one click.
  const compared = Object.values(pick(library.provisions, cited)).flatMap(({ traps }) =>
    traps.flatMap(({ cites }) => cites),
  )
  const provisions = pick(library.provisions, [...cited, ...compared.map(provisionOf)])
  const bank = source.bank.map(({ value, id }) => held(value, id))
  const second = source.second.map(({ value, id, after, measures }) => ({
    after,
    ...(measures && { measures: true as const }),
    question: held(value, id),
  }))
  const questions = [...lessons.flatMap(({ practice }) => practice), ...bank, ...second.map(({ question }) => question)]
  return {
    file: withHours(file, lessons),
    lessons,
    exam: source.exam && held(source.exam.value, source.exam.path),
    bank,
    bankSignoff: held(source.bankSignoff.value, source.bankSignoff.path),
    ...(source.bankHashes.ar !== undefined && { bankHashes: inAll(source.bankHashes, `${source.path}/bank`) }),
    ...(second.length > 0 && { second }),
    ...(source.cases.length > 0 && { cases: inOrder(source.cases.map(assembleCase)) }),
    ...(source.lawChanges.value?.length && { lawChanges: [...source.lawChanges.value] }),
    provisions,
    decisions: pick(library.decisions, cited),
    instruments: pick(
      library.instruments,
      Object.values(provisions).map(({ instrument }) => instrument),
    ),
    terms,
    citedByQuestion: Object.fromEntries(questions.map((question) => [question.id, citedInQuestion(question)])),
  }
}

function withHours({ certificate, ...file }: CourseFile, lessons: readonly Lesson[]): Course['file'] {
  if (!certificate) return file
  return { ...file, certificate: { ...certificate, hours: trainingHours(courseMinutes({ file, lessons })) } }
}

function assembleLesson(source: LessonSource, library: Library, lawDate: string): Lesson {
  const { file, path, bodies, prose, practice, signoff, hashes } = source
  return {
    file: { ...held(file.value, file.path), minutes: lessonMinutes(source, library, lawDate) },
    bodies: inAll(bodies, path),
    practice: practice.map(({ value, id }) => held(value, id)),
    signoff: held(signoff.value, signoff.path),
    hashes: inAll(hashes, path),
    texts: inAll({ ar: prose.ar?.text, fr: prose.fr?.text, en: prose.en?.text }, path),
  }
}

function assembleCase({ file, path, bodies, signoff, hashes }: CaseSource): ReleasedCase {
  return {
    file: held(file.value, file.path),
    bodies: inAll(bodies, path),
    signoff: held(signoff.value, signoff.path),
    hashes: inAll(hashes, path),
  }
}

function inOrder(cases: readonly ReleasedCase[]): ReleasedCase[] {
  return cases.toSorted((a, b) => a.file.order - b.file.order)
}

function inAll<T>(texts: Partial<Record<Locale, T | undefined>>, path: string): Record<Locale, T> {
  return {
    ar: held(texts.ar, `${path} in Arabic`),
    fr: held(texts.fr, `${path} in French`),
    en: held(texts.en, `${path} in English`),
  }
}

function termsIn({ prose }: LessonSource): string[] {
  return LOCALES.flatMap((locale) => prose[locale]?.terms ?? []).map(({ id }) => id)
}

function provisionOf(citation: string): string {
  return readCitation(citation)?.provision ?? citation
}

function pick<T>(entries: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  const known = [...new Set(ids)].toSorted()
  return Object.fromEntries(
    known.flatMap((id) => {
      const entry = lookUp(entries, id)
      return entry === undefined ? [] : [[id, entry]]
    }),
  )
}

function held<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`${what} could not be read`)
  return value
}
