import type { CaseFile } from '../../case/case-file'
import type { CaseDocument } from '../../case/case-text'
import type { Brief } from '../../library/brief'
import type { Checklist, ProcedureChecklist } from '../../library/checklist'
import type { Decision, Keyword } from '../../library/decision'
import type { Figure } from '../../library/figure'
import type { ForbiddenTerm, Term } from '../../library/glossary'
import type { IndicatorGroup } from '../../library/indicator'
import type { Instrument } from '../../library/instrument'
import type { Model } from '../../library/model'
import type { Pathway } from '../../library/pathway'
import type { Provision } from '../../library/provision'
import type { Questions } from '../../library/questions'
import type { ReferralEntry, Region } from '../../library/referral'
import type { Locale, Localized } from '../../locale'
import type { QuestionKey } from '../../question/question'
import type { EntrySignoff, SignedKind } from '../../signoff/entry-signoff'
import type { Signoff } from '../../signoff/signoff'
import type { ChangeMark } from '../changes'
import type { CourseFile, ExamRule, LessonFile } from '../course'
import type { LawChange } from '../law-changes'
import type { LessonText } from '../lesson-text'
import type { DescribedVideo } from '../video/video'

/** A location that an author can open: a path from the project's root and a line, counted from 1. */
export type Place = { path: string; line: number }

/** The line of each value of a YAML file, by its keys: `options.1.feedback`. */
export type Lines = Readonly<Record<string, number>>

/** A YAML file as it was read; `value` is null if it does not fit its schema. */
export type YamlSource<T> = { path: string; value: T | null; lines: Lines }

/** Some words of an author. A `reference` is inside :cite or :ref, a `statute` is quoted law. */
export type TextRun = Place & { locale: Locale; text: string; role: 'prose' | 'reference' | 'statute' }

/** A short text by language, complete or not, with its keys in the file: `options.1.feedback`. */
export type LocalizedText = Place & { key: string; texts: Partial<Record<Locale, string>> }

/** An id that a text points to: a provision, a term, a question, a section. */
export type Use = Place & { id: string }

/** A citation. `label` holds the visible words if the author chose them. */
export type CitationUse = Use & { locale: Locale | null; label: string | null; inCase: boolean }

/** Markup that the page would show as typed, or drop. */
export type UnknownMarkup = Place & { markup: string }

/** A top-level block. Two languages are parallel if their blocks have the same shapes in the same order. */
export type Block = { shape: string; line: number; coloured: boolean }

/** A separate piece of a lesson's text, and the ids that it cites. */
export type Passage = Place & { text: string; inTable: boolean; citations: readonly string[] }

/** One language of a lesson, as the checks see it. */
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
  /** The sections that a content notice offers to skip. */
  skips: readonly Use[]
  cases: readonly Place[]
  links: readonly (Place & { href: string })[]
  images: readonly (Place & { src: string; alt: string })[]
  /** Blocks and headings inside a box, where only text belongs: usually the box was not closed. */
  nested: readonly UnknownMarkup[]
  /** The drawn blocks, with what is wrong with each. */
  drawings: readonly (Place & { words: number; faults: readonly string[] })[]
  /** The films, with what is wrong with each block. `transcript` has an entry for each caption. */
  videos: readonly (Use & { words: number; transcript: readonly string[]; faults: readonly string[] })[]
  unknown: readonly UnknownMarkup[]
  texts: readonly TextRun[]
  /** The part that a release stores. */
  text: LessonText
  /** Paragraphs, headings, list items and cells, each as one text; without the titles of boxes. */
  passages: readonly Passage[]
  /** The words that a reader sees; `ownWords` leaves out the facts of the worked example. */
  words: number
  ownWords: number
}

export type QuestionSource = YamlSource<QuestionKey> & {
  id: string
  line: number
  /** The lesson of a practice question; null in the exam bank. */
  lesson: string | null
}

/** A question that asks again what another asks, with other facts and other words. */
export type SecondForm = QuestionSource & {
  /** The question that it follows, of the practice or of the bank. */
  after: string
  /** The question is reserved for recall tests. */
  measures: boolean
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
  /** The hash of each language's present text. */
  hashes: Partial<Record<Locale, string>>
}

/** One language of an invented file, as the checks see it. */
export type CaseProse = {
  path: string
  locale: Locale
  revision: number | null
  documents: readonly CaseDocument[]
  /** The spans of its documents that are facts. */
  facts: readonly (Use & { document: string })[]
  citations: readonly CitationUse[]
  texts: readonly TextRun[]
  unknown: readonly UnknownMarkup[]
  faults: readonly (Place & { message: string })[]
  words: number
}

/** An invented file of `cases/`. */
export type CaseSource = {
  id: string
  path: string
  file: YamlSource<CaseFile>
  prose: Partial<Record<Locale, CaseProse>>
  /** Markdown without front matter. */
  bodies: Partial<Record<Locale, string>>
  signoff: YamlSource<Signoff>
  /** The hash of each language's present text. */
  hashes: Partial<Record<Locale, string>>
}

export type CourseSource = {
  path: string
  file: YamlSource<CourseFile>
  /** Null if the course has no exam.yaml. */
  exam: YamlSource<ExamRule> | null
  /** All folders with a lesson.yaml, whether or not the outline names them. */
  lessons: readonly LessonSource[]
  bank: readonly QuestionSource[]
  /** The second forms. A release stores them too. */
  second: readonly SecondForm[]
  /** The invented files for practice. */
  cases: readonly CaseSource[]
  bankSignoff: YamlSource<Signoff>
  /** The weights of changes, for learners who have read the texts. */
  changes: YamlSource<readonly ChangeMark[]>
  /** The changes of the law between the course's law dates. */
  lawChanges: YamlSource<readonly LawChange[]>
  /** The hash of the bank's present text in each language; empty if there is no bank. */
  bankHashes: Partial<Record<Locale, string>>
  localized: readonly LocalizedText[]
  texts: readonly TextRun[]
  citations: readonly CitationUse[]
  unknown: readonly UnknownMarkup[]
  /** The paths of the course's other files, such as images. */
  files: ReadonlySet<string>
  /** The films that its lessons name, by id. */
  videos: Readonly<Record<string, DescribedVideo>>
}

/** A file of the library that holds one entry, with the id from its name. */
export type EntrySource<T> = YamlSource<T> & { id: string }
export type ProvisionSource = EntrySource<Provision>

/** A ledger of the library, with the present hash of each entry that it may name. */
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
  pathway: { [List in keyof Pathway]: YamlSource<Pathway[List]> }
  figures: readonly EntrySource<Figure>[]
  checklists: YamlSource<readonly Checklist[]>
  procedureChecklists: YamlSource<readonly ProcedureChecklist[]>
  models: readonly EntrySource<Model>[]
  briefs: readonly EntrySource<Brief>[]
  questions: YamlSource<Questions>
  ledgers: readonly LedgerSource[]
  localized: readonly LocalizedText[]
  texts: readonly TextRun[]
}

/** The place of a value in a YAML file, or of the nearest enclosing value that has a line. */
export function placeIn({ path, lines }: { path: string; lines: Lines }, key = ''): Place {
  const keys = key.split('.')
  for (let length = keys.length; length > 0; length--) {
    const line = lines[keys.slice(0, length).join('.')]
    if (line !== undefined) return { path, line }
  }
  return { path, line: lines[''] ?? 1 }
}
