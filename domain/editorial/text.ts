import { citesOfCase } from '../case/case-file'
import { citedInProse, citedInQuestion } from '../course/citation-uses'
import type { Course, Lesson } from '../course/course'
import { localizedView } from '../course/localized-view'
import { citesOfBrief } from '../library/brief'
import { type Library, lookUp } from '../library/library'
import { citesOfModel } from '../library/model'
import { readCitation, resolveCitation } from '../library/resolve-citation'
import { inEach } from '../library/search-entry'
import { writeCitation } from '../library/write-citation'
import { LOCALES, type Localized } from '../locale'
import type { QuestionKey } from '../question/question'
import type { SignedKind } from '../signoff/entry-signoff'
import type { Signoff } from '../signoff/signoff'
import type { TextKey } from '../signoff/text-key'
import { countWords, plainText } from '../text/markup'

/** A text that is signed as a whole, in each language separately. */
export type EditorialText = {
  key: TextKey
  title: Localized
  /** The course that it is part of, and for a lesson its number in it; null for an entry of the library. */
  course: { id: string; title: Localized; number: number | null } | null
  /** The hashes of the present text. A signature counts while it names this hash. */
  hashes: Localized
  /** The signatures that the files hold. */
  signoff: Signoff
  /** The ids of the provisions that it cites, each once, without paragraphs. */
  cites: readonly string[]
  /** The day (ISO) up to which the law was read; null if the text does not state it. */
  lawDate: string | null
  minutes: number
  /** The ids of the questions in it, unique in their course. */
  questions: readonly string[]
}

/** A reviewer who compares a text with the law reads more slowly than a learner. */
const WORDS_PER_MINUTE = 120

/** The lessons, the bank and the invented files of a course, in its order. */
export function textsOfCourse(course: Course): EditorialText[] {
  const { file, lessons, bank, bankSignoff, bankHashes, cases = [] } = course
  const of = (number: number | null) => ({ id: file.id, title: file.title, number })
  const text = (kind: TextKey['kind'], id: string, rest: Omit<EditorialText, 'key' | 'lawDate'>): EditorialText => ({
    key: { kind, id },
    lawDate: file.lawDate,
    ...rest,
  })
  const cited = (questions: readonly QuestionKey[]) =>
    questions.flatMap((question) => course.citedByQuestion?.[question.id] ?? citedInQuestion(question))
  return [
    ...lessons.map((lesson, at) =>
      text('lesson', `${file.id}/${lesson.file.id}`, {
        title: lesson.file.title,
        course: of(at + 1),
        hashes: lesson.hashes,
        signoff: lesson.signoff,
        cites: provisionsIn([...citedInLesson(lesson), ...cited(lesson.practice)]),
        minutes: lesson.file.minutes,
        questions: lesson.practice.map(({ id }) => id),
      }),
    ),
    ...(bankHashes
      ? [
          text('bank', file.id, {
            title: file.title,
            course: of(null),
            hashes: bankHashes,
            signoff: bankSignoff,
            cites: provisionsIn(cited(bank)),
            minutes: minutesOf(bank),
            questions: bank.map(({ id }) => id),
          }),
        ]
      : []),
    ...cases.map(({ file: invented, bodies, signoff, hashes }) =>
      text('case', `${file.id}/${invented.id}`, {
        title: invented.title,
        course: of(null),
        hashes,
        signoff,
        cites: provisionsIn(citesOfCase(invented).map(({ cite }) => cite)),
        minutes: minutesOf([invented, bodies]),
        questions: [],
      }),
    ),
  ]
}

function citedInLesson(lesson: Lesson): string[] {
  return LOCALES.flatMap((locale) => citedInProse(lesson, locale))
}

type Entry = { title: Localized; cites: readonly string[]; lawDate?: string; value: unknown }

/** Every entry of the library that is signed, by kind and in the order of its files. */
export function textsOfLibrary(library: Library): EditorialText[] {
  return Object.entries(entriesOf(library)).flatMap(([kind, entries]) =>
    Object.entries(library.reviews[kind as SignedKind]).flatMap(([id, { signoff, hashes }]) => {
      const entry = lookUp(entries, id)
      if (!entry) return []
      return {
        key: { kind: kind as SignedKind, id },
        title: entry.title,
        course: null,
        hashes,
        signoff,
        cites: provisionsIn(entry.cites),
        lawDate: entry.lawDate ?? null,
        minutes: minutesOf(entry.value),
        questions: [],
      }
    }),
  )
}

function entriesOf(library: Library): Record<SignedKind, Record<string, Entry>> {
  const { provisions, decisions, terms, indicators, referral, models, briefs } = library
  return {
    law: each(provisions, (value) => ({ title: nameOfProvision(library, value.id), cites: [value.id], value })),
    decision: each(decisions, (value) => ({ ...value, value })),
    term: each(terms, (value) => ({ title: value, cites: value.cites ?? [], value })),
    indicator: each(indicators, (value) => ({
      ...value,
      cites: value.indicators.flatMap(({ cites }) => cites),
      value,
    })),
    referral: each(referral, (value) => ({ ...value, title: value.name, value })),
    checklist: checklistEntries(library),
    model: each(models, (value) => ({ ...value, cites: citesOfModel(value), value })),
    brief: each(briefs, (value) => ({ ...value, cites: citesOfBrief(value), value })),
    pathway: pathwayEntries(library),
  }
}

function checklistEntries(library: Library): Record<string, Entry> {
  const { checklists, procedureChecklists } = library
  const cites = (value: { items: readonly { cites: readonly string[] }[] }) => value.items.flatMap((item) => item.cites)
  return {
    ...each(checklists, (value) => ({
      title: nameOfProvision(library, value.provision),
      cites: cites(value),
      lawDate: value.lawDate,
      value,
    })),
    ...each(procedureChecklists, (value) => ({ ...value, cites: cites(value), value })),
  }
}

/** The prefixes are the names of the lists under which the entries are signed. */
function pathwayEntries({ pathway }: Library): Record<string, Entry> {
  const step = (id: string) => pathway.steps.find((one) => one.id === id)?.label ?? { ar: id, fr: id, en: id }
  const named = <T extends { id: string }>(list: string, entries: readonly T[], entry: (value: T) => Entry) =>
    entries.map((value): [string, Entry] => [`${list}/${value.id}`, entry(value)])
  return Object.fromEntries([
    ...named('actors', pathway.actors, (value) => ({ title: value.label, cites: [], value })),
    ...named('steps', pathway.steps, (value) => ({ title: value.label, cites: [], ...value.harm, value })),
    ...named('rules', pathway.rules, (value) => ({ ...value, title: step(value.step), value })),
    ...named('orders', pathway.orders, (value) => ({
      ...value,
      title: inEach((locale) => `${step(value.first)[locale]} · ${step(value.second)[locale]}`),
      value,
    })),
    ...named('profiles', pathway.profiles, (value) => ({ title: value.title, cites: [], value })),
  ])
}

function each<T>(values: Readonly<Record<string, T>>, entry: (value: T) => Entry): Record<string, Entry> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, entry(value)]))
}

/** The name of a provision on a page: its number and instrument, or its title. */
export function nameOfProvision(library: Library, id: string): Localized {
  const [version] = lookUp(library.provisions, id)?.versions ?? []
  const cited = resolveCitation(library, id, version?.inForceFrom ?? LATEST)
  return inEach((locale) => (cited ? writeCitation(cited, locale) : id))
}

/** A day on which every version without a first day is in force. */
const LATEST = '9999-12-31'

function provisionsIn(cites: readonly string[]): string[] {
  return [...new Set(cites.map((id) => readCitation(id)?.provision ?? id))]
}

/** The reading time, counted from the Arabic, which every text has. */
function minutesOf(value: unknown): number {
  return Math.max(1, Math.round(wordsIn(localizedView(value, 'ar')) / WORDS_PER_MINUTE))
}

function wordsIn(value: unknown): number {
  if (typeof value === 'string') return /\p{Script=Arabic}/u.test(value) ? countWords(plainText(value)) : 0
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, each) => sum + wordsIn(each), 0)
}
