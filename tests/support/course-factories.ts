import type { Found } from '@/domain/course/checks/finding'
import type {
  CaseSource,
  CourseSource,
  LessonSource,
  Prose,
  QuestionSource,
  SecondForm,
  TextRun,
  YamlSource,
} from '@/domain/course/checks/source'
import type { Course, CourseFile, ExamRule, Lesson, LessonFile } from '@/domain/course/course'
import type { Library } from '@/domain/library/library'
import { NO_PATHWAY } from '@/domain/library/pathway'
import type { Provision, TextVersion } from '@/domain/library/provision'
import { LOCALES, type Locale, type Localized } from '@/domain/locale'
import type { KeyOf, QuestionKey } from '@/domain/question/question'

export function localized(text: string): Localized {
  return { ar: `نص ${text}`, fr: `texte ${text}`, en: `text ${text}` }
}

type Option = KeyOf<'single'>['options'][number]

export function option(id: string, text = localized(id)): Option {
  return { id, text, feedback: localized(`feedback ${id}`), cites: ['cp-448-1#2'] }
}

function common(id: string) {
  return {
    id,
    objective: 'qualify',
    pattern: false,
    stem: localized(`stem ${id}`),
    explanation: localized('explanation'),
    cites: ['cp-448-1#2'],
    reread: 'offence#act',
  }
}

export function singleChoice(overrides: Partial<KeyOf<'single'>> = {}): KeyOf<'single'> {
  const options = [option('a'), option('b'), option('c')]
  return { ...common(overrides.id ?? 'q1'), kind: 'single', options, correct: ['a'], ...overrides }
}

export function multipleChoice(overrides: Partial<KeyOf<'multiple'>> = {}): KeyOf<'multiple'> {
  const options = [option('a'), option('b'), option('c')]
  return { ...common(overrides.id ?? 'q1'), kind: 'multiple', options, correct: ['a', 'b'], ...overrides }
}

export function trueFalse(overrides: Partial<KeyOf<'true-false'>> = {}): KeyOf<'true-false'> {
  const truth = (id: 'true' | 'false') => ({ id, feedback: localized(id), cites: ['cp-448-1#2'] })
  const options = [truth('true'), truth('false')]
  return { ...common(overrides.id ?? 'q1'), kind: 'true-false', options, correct: ['true'], ...overrides }
}

export function matching(overrides: Partial<KeyOf<'matching'>> = {}): KeyOf<'matching'> {
  const prompts = [
    { id: 'p1', text: localized('p1') },
    { id: 'p2', text: localized('p2') },
  ]
  const options = [option('a'), option('b'), option('c')]
  return { ...common('q1'), kind: 'matching', prompts, options, correct: { p1: 'a', p2: 'b' }, ...overrides }
}

export function ordering(overrides: Partial<KeyOf<'ordering'>> = {}): KeyOf<'ordering'> {
  const options = [option('a'), option('b'), option('c')]
  return { ...common('q1'), kind: 'ordering', options, correct: ['c', 'a', 'b'], ...overrides }
}

/** Three steps, two of which share a place. */
export function ranking(overrides: Partial<KeyOf<'ranking'>> = {}): KeyOf<'ranking'> {
  const options = [option('a'), option('b'), option('c')]
  return { ...common('q1'), kind: 'ranking', options, correct: { a: '2', b: '2', c: '1' }, ...overrides }
}

/** An option of a computing question: a number that people calculate, right or wrong. */
export function result(id: string, ask: string, value: number): KeyOf<'computing'>['options'][number] {
  return { id, ask, value, feedback: localized(`feedback ${id}`), cites: ['cp-448-1#2'] }
}

/** A question that asks for the minimum and the maximum of a penalty. */
export function computing(overrides: Partial<KeyOf<'computing'>> = {}): KeyOf<'computing'> {
  const ask = (id: string) => ({ id, label: localized(id), unit: 'years' as const, tolerance: 0 })
  return {
    ...common('q1'),
    kind: 'computing',
    asks: [ask('min'), ask('max')],
    options: [result('a', 'min', 10), result('b', 'min', 5), result('c', 'max', 20.5), result('d', 'max', 10)],
    correct: { min: '10', max: '20.5' },
    steps: [localized('step')],
    ...overrides,
  }
}

export function marking(overrides: Partial<KeyOf<'marking'>> = {}): KeyOf<'marking'> {
  const options = [option('a'), option('b'), option('c')]
  const passage = localized('{a} and {b}.\n\n{c}')
  return { ...common('q1'), kind: 'marking', passage, options, correct: ['a', 'b'], ...overrides }
}

/** A question with two blanks, with two choices each. */
export function completing(overrides: Partial<KeyOf<'completing'>> = {}): KeyOf<'completing'> {
  const choice = (id: string, blank: string) => ({ ...option(id), blank })
  return {
    ...common('q1'),
    kind: 'completing',
    passage: localized('{b1} and {b2}'),
    options: [choice('a', 'b1'), choice('b', 'b1'), choice('c', 'b2'), choice('d', 'b2')],
    correct: { b1: 'a', b2: 'd' },
    ...overrides,
  }
}

export function yamlSource<T>(path: string, value: T | null, lines: Record<string, number> = {}): YamlSource<T> {
  return { path, value, lines }
}

/** A question of the bank, or of a lesson's practice. */
export function asked(value: QuestionKey | null, overrides: Partial<QuestionSource> = {}): QuestionSource {
  return { path: 'bank.yaml', value, lines: { '': 7 }, id: value?.id ?? 'q1', line: 7, lesson: null, ...overrides }
}

/** A second form of the question `after`. */
export function askedAgain(
  value: QuestionKey | null,
  after = 'q1',
  { measures = false, ...overrides }: Partial<QuestionSource> & { measures?: boolean } = {},
): SecondForm {
  return { ...asked(value, { path: 'second.yaml', ...overrides }), after, measures }
}

export function prose(overrides: Partial<Prose> = {}): Prose {
  const locale = overrides.locale ?? 'fr'
  return {
    path: `offence/${locale}.md`,
    locale,
    revision: 1,
    blocks: [],
    headings: [{ depth: 2, id: 'act', line: 5 }],
    citations: [],
    laws: [],
    quizzes: [],
    terms: [],
    skips: [],
    cases: [{ path: `offence/${locale}.md`, line: 30 }],
    links: [],
    images: [],
    nested: [],
    drawings: [],
    videos: [],
    unknown: [],
    texts: [],
    text: { cites: [], laws: [], terms: [], sections: [] },
    passages: [],
    words: 700,
    ownWords: 600,
    ...overrides,
  }
}

const lessonFile: LessonFile = {
  id: 'offence',
  title: localized('title'),
  summary: localized('summary'),
  revision: 1,
  sensitive: false,
  objectives: [localized('objective')],
}

/** A lesson as a release stores it. */
export function lesson(overrides: Partial<Lesson> = {}): Lesson {
  const hashes = { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' }
  return {
    file: { ...lessonFile, minutes: 15 },
    bodies: localized('body'),
    practice: [],
    signoff: [],
    hashes,
    ...overrides,
  }
}

/** A lesson whose three languages are identical except for `prose`. */
export function lessonSource(overrides: Partial<LessonSource> = {}, proseOverrides: Partial<Prose> = {}): LessonSource {
  const id = overrides.id ?? 'offence'
  return {
    id,
    path: `courses/fundamentals/${id}`,
    file: yamlSource(`courses/fundamentals/${id}/lesson.yaml`, { ...lessonFile, id }),
    prose: Object.fromEntries(LOCALES.map((locale) => [locale, prose({ locale, ...proseOverrides })])),
    bodies: { ar: 'نص', fr: 'texte', en: 'text' },
    practice: [],
    signoff: yamlSource(`courses/fundamentals/${id}/signoff.yaml`, []),
    hashes: { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' },
    ...overrides,
  }
}

/** An invented file for tests that do not read its solution. */
export function caseSource(overrides: Partial<CaseSource> = {}): CaseSource {
  const id = overrides.id ?? 'lanes'
  const path = overrides.path ?? `courses/fundamentals/cases/${id}`
  return {
    id,
    path,
    file: { path: `${path}/case.yaml`, value: null, lines: {} },
    prose: {},
    bodies: {},
    signoff: yamlSource(`${path}/signoff.yaml`, []),
    hashes: {},
    ...overrides,
  }
}

const certificate = {
  title: localized('certificate'),
  issuer: localized('issuer'),
  signature: { role: localized('role') },
}
export const courseFile: CourseFile = {
  id: 'fundamentals',
  access: 'open',
  order: 1,
  title: localized('title'),
  summary: localized('summary'),
  audience: localized('audience'),
  objectives: [{ id: 'qualify', text: localized('qualify') }],
  lawDate: '2025-12-08',
  examMinutes: 30,
  languages: ['ar', 'fr', 'en'],
  outline: ['offence'],
  complete: ['reach-end', 'answer-practice'],
  certificate,
  credits: localized('credits'),
}
/** The course's file as a release stores it. */
export const releasedFile: Course['file'] = { ...courseFile, certificate: { ...certificate, hours: 2 } }
const examRule: ExamRule = { questions: 1, passRate: 0.7, attempts: 3, coolDownHours: 24, objectives: { qualify: 1 } }

export function courseSource(overrides: Partial<CourseSource> = {}): CourseSource {
  return {
    path: 'courses/fundamentals',
    file: yamlSource('courses/fundamentals/course.yaml', courseFile),
    exam: yamlSource('courses/fundamentals/exam.yaml', examRule),
    lessons: [lessonSource()],
    bank: [],
    second: [],
    cases: [],
    bankSignoff: yamlSource('courses/fundamentals/bank/signoff.yaml', []),
    changes: yamlSource('courses/fundamentals/changes.yaml', []),
    lawChanges: yamlSource('courses/fundamentals/law-changes.yaml', []),
    bankHashes: {},
    localized: [],
    texts: [],
    citations: [],
    unknown: [],
    files: new Set(),
    videos: {},
    ...overrides,
  }
}

/** A course with one lesson whose languages all have `proseOverrides`. */
export function courseWithProse(proseOverrides: Partial<Prose>): CourseSource {
  return courseSource({ lessons: [lessonSource({}, proseOverrides)] })
}

export function run(locale: Locale, text: string, overrides: Partial<TextRun> = {}): TextRun {
  return { path: `${locale}.md`, line: 10, locale, text, role: 'prose', ...overrides }
}

export function textVersion(overrides: Partial<TextVersion> = {}): TextVersion {
  return {
    id: '2016',
    inForceFrom: null,
    readAt: '2024-08-22',
    source: localized('source'),
    confidence: 'high',
    text: { ar: { '1': 'فقرة', '2': 'فقرة ثانية' }, fr: { '1': 'un', '2': 'deux' } },
    alignment: [
      { ar: ['1'], fr: ['1'] },
      { ar: ['2'], fr: ['2'] },
    ],
    ...overrides,
  }
}

type TextProvision = Extract<Provision, { kind: 'text' }>
export function provision(overrides: Partial<TextProvision> = {}): TextProvision {
  const id = overrides.id ?? 'cp-448-1'
  return {
    id,
    instrument: 'penal-code',
    number: id.replace('cp-', ''),
    title: localized('title'),
    traps: [],
    kind: 'text',
    versions: [textVersion()],
    ...overrides,
  }
}

export function card(id: string, number: string, address: { url?: string; askAt?: Localized } = {}): Provision {
  const { id: version, inForceFrom, readAt, source, confidence } = textVersion()
  const versions = [{ id: version, inForceFrom, readAt, source, confidence, summary: localized('summary'), ...address }]
  return { id, instrument: 'penal-code', number, title: localized('title'), traps: [], kind: 'card', versions }
}

export function libraryWith(overrides: Partial<Library> = {}): Library {
  const items = {
    '1': 'الحالات',
    '1.1': 'أولا',
    '1.2': 'ثانيا',
  }
  return {
    instruments: {
      'penal-code': {
        id: 'penal-code',
        prefix: 'cp',
        unit: { ar: 'الفصل', fr: 'article', en: 'article' },
        name: { ar: 'من مجموعة القانون الجنائي', fr: 'du code pénal', en: 'of the Penal Code' },
        shortName: { ar: 'القانون الجنائي', fr: 'code pénal', en: 'Penal Code' },
        authenticLanguage: 'ar',
      },
    },
    provisions: {
      'cp-448-1': provision(),
      'cp-448-4': provision({
        id: 'cp-448-4',
        versions: [textVersion({ text: { ar: items }, alignment: [{ ar: ['1', '1.1', '1.2'], fr: [] }] })],
      }),
      'cp-16': card('cp-16', '16'),
    },
    decisions: {},
    terms: {},
    forbiddenTerms: [],
    keywords: {},
    indicators: {},
    regions: {},
    referral: {},
    pathway: NO_PATHWAY,
    figures: {},
    checklists: {},
    procedureChecklists: {},
    models: {},
    briefs: {},
    questions: { ideas: [], answers: [] },
    reviews: {
      law: {},
      decision: {},
      term: {},
      indicator: {},
      referral: {},
      checklist: {},
      model: {},
      brief: {},
      pathway: {},
    },
    ...overrides,
  }
}

/** Findings as `path:line message`, for short expectations. */
export function told(found: readonly Found[]): string[] {
  return found.map(({ path, line, message }) => `${path}:${line} ${message}`)
}
