import type { Checklist } from '../../library/checklist'
import type { Decision, Keyword } from '../../library/decision'
import type { EntrySignoff, SignedKind } from '../../library/entry-signoff'
import type { Figure } from '../../library/figure'
import type { ForbiddenTerm, Term } from '../../library/glossary'
import type { IndicatorGroup } from '../../library/indicator'
import type { Instrument } from '../../library/instrument'
import type { Provision } from '../../library/provision'
import type { ReferralEntry, Region } from '../../library/referral'
import type { Locale, Localized } from '../../locale'
import type { CourseFile, ExamRule, LessonFile, Signoff } from '../course'
import type { LessonText } from '../lesson-text'
import type { QuestionKey } from '../question'

/** A place that an author can open: a path from the project's root and a line, counted from 1. */
export type Place = { path: string; line: number }

/** Line of each value of a YAML file by its keys: `options.1.feedback`. */
export type Lines = Readonly<Record<string, number>>

/** A YAML file as it was read; `value` is null when it does not fit its schema. */
export type YamlSource<T> = { path: string; value: T | null; lines: Lines }

/** Some words of an author. A `reference` stands inside :cite or :ref, a `statute` is quoted law. */
export type TextRun = Place & { locale: Locale; text: string; role: 'prose' | 'reference' | 'statute' }

/** A short text by language, complete or not. */
export type LocalizedText = Place & { texts: Partial<Record<Locale, string>> }

/** An id that a text points to: a provision, a term, a question, a section. */
export type Use = Place & { id: string }

/** A citation. `label` holds the visible words where the author chose them. */
export type CitationUse = Use & { locale: Locale | null; label: string | null; inCase: boolean }

/** Markup that the page would show as typed, or drop. */
export type UnknownMarkup = Place & { markup: string }

/** A top-level block. Two languages are parallel when their shapes are the same, in the same order. */
export type Block = { shape: string; line: number; coloured: boolean }

/** Words of a lesson that stand by themselves, and the ids that they cite. */
export type Passage = Place & { text: string; inTable: boolean; citations: readonly string[] }

/** One language of a lesson, taken apart. */
export type Prose = {
  path: string
  locale: Locale
  revision: number | null
  blocks: readonly Block[]
  headings: readonly { depth: number; id: string | null; line: number }[]
  citations: readonly CitationUse[]
  laws: readonly (Place & { cites: readonly string[] })[]
  quizzes: readonly Use[]
  terms: readonly Use[]
  /** Sections that a content notice offers to skip. */
  skips: readonly Use[]
  cases: readonly Place[]
  links: readonly (Place & { href: string })[]
  images: readonly (Place & { src: string; alt: string })[]
  /** Blocks and headings inside a box, where only text belongs: most often the box was not closed. */
  nested: readonly UnknownMarkup[]
  unknown: readonly UnknownMarkup[]
  texts: readonly TextRun[]
  /** What a release keeps of it. */
  text: LessonText
  /** Paragraphs, headings, entries of lists and cells, each as one text; the titles of boxes are left out. */
  passages: readonly Passage[]
  /** Words that a reader sees; `ownWords` leaves out the facts of the worked example. */
  words: number
  ownWords: number
}

export type QuestionSource = YamlSource<QuestionKey> & {
  id: string
  line: number
  /** The lesson it is practised in; null in the exam bank. */
  lesson: string | null
}

export type LessonSource = {
  id: string
  path: string
  file: YamlSource<LessonFile>
  prose: Partial<Record<Locale, Prose>>
  /** Markdown without front matter. */
  bodies: Partial<Record<Locale, string>>
  practice: readonly QuestionSource[]
  signoff: YamlSource<Signoff>
  /** Hash of each language as it stands. */
  hashes: Partial<Record<Locale, string>>
}

export type CourseSource = {
  path: string
  file: YamlSource<CourseFile>
  /** Null when the course has no exam.yaml. */
  exam: YamlSource<ExamRule> | null
  /** Folders that hold a lesson.yaml, whether or not the outline names them. */
  lessons: readonly LessonSource[]
  bank: readonly QuestionSource[]
  bankSignoff: YamlSource<Signoff>
  /** Hash of the bank in each language as it stands; empty where there is no bank. */
  bankHashes: Partial<Record<Locale, string>>
  localized: readonly LocalizedText[]
  texts: readonly TextRun[]
  citations: readonly CitationUse[]
  unknown: readonly UnknownMarkup[]
  /** Paths of the other files of the course, for images. */
  files: ReadonlySet<string>
}

/** A file of the library that holds one entry, with the id that its name gives it. */
export type EntrySource<T> = YamlSource<T> & { id: string }
export type ProvisionSource = EntrySource<Provision>

/** A ledger of the library, with the hash of each entry that it may name as it stands. */
export type LedgerSource = YamlSource<EntrySignoff> & {
  kind: SignedKind
  hashes: Readonly<Record<string, Localized>>
}

export type LibrarySource = {
  instruments: YamlSource<readonly Instrument[]>
  terms: YamlSource<readonly Term[]>
  forbiddenTerms: YamlSource<readonly ForbiddenTerm[]>
  provisions: readonly ProvisionSource[]
  keywords: YamlSource<readonly Keyword[]>
  decisions: readonly EntrySource<Decision>[]
  indicators: readonly EntrySource<IndicatorGroup>[]
  regions: YamlSource<readonly Region[]>
  referral: YamlSource<readonly ReferralEntry[]>
  figures: readonly EntrySource<Figure>[]
  checklists: YamlSource<readonly Checklist[]>
  ledgers: readonly LedgerSource[]
  localized: readonly LocalizedText[]
  texts: readonly TextRun[]
}

/** Where a value of a YAML file stands, or the nearest thing around it that has a line. */
export function placeIn({ path, lines }: { path: string; lines: Lines }, key = ''): Place {
  const keys = key.split('.')
  for (let length = keys.length; length > 0; length--) {
    const line = lines[keys.slice(0, length).join('.')]
    if (line !== undefined) return { path, line }
  }
  return { path, line: lines[''] ?? 1 }
}
