import { citesOfBrief } from '../library/brief'
import type { Library } from '../library/library'
import { citesOfModel } from '../library/model'
import { readCitation } from '../library/resolve-citation'
import { LOCALES, type Locale, type Localized } from '../locale'
import type { QuestionKey } from '../question/question'
import { shownTexts, stepsOf } from '../question/question-texts'
import { parseInline } from '../text/inline'
import type { Course, Lesson } from './course'
import { lessonText } from './lesson-text'

export type LessonUse = { course: string; lesson: string; title: Localized }
/** A practice question is shown in its lesson, so anybody may read it. */
export type PracticeUse = LessonUse & { question: string; stem: Localized }
export type IndicatorUse = { group: string; indicator: string; text: Localized }

/** Where an entry of the library is cited. Exam questions are secret: only their number is stated. */
export type Uses = {
  lessons: readonly LessonUse[]
  practice: readonly PracticeUse[]
  examQuestions: number
  /** The ids of decisions. */
  decisions: readonly string[]
  indicators: readonly IndicatorUse[]
  /** The ids of checklists of the procedure, of models and of briefs. */
  checklists: readonly string[]
  models: readonly string[]
  briefs: readonly string[]
}
export const NO_USES: Uses = {
  lessons: [],
  practice: [],
  examQuestions: 0,
  decisions: [],
  indicators: [],
  checklists: [],
  models: [],
  briefs: [],
}

type Citing = Pick<Library, 'decisions' | 'indicators' | 'procedureChecklists' | 'models' | 'briefs'>
type Part = { [P in keyof Uses]?: Uses[P] }

/**
 * Everything that cites each provision and decision, by its id without the paragraph. Closed courses are left out: only
 * admitted learners may know their contents.
 */
export function citationUses(
  courses: readonly Pick<Course, 'file' | 'lessons' | 'bank' | 'citedByQuestion'>[],
  { decisions, indicators, procedureChecklists, models, briefs }: Citing,
): ReadonlyMap<string, Uses> {
  const uses = new Map<string, Uses>()
  const add = (cites: readonly string[], part: Part) => {
    for (const id of new Set(cites.map(entryOf))) uses.set(id, joined(uses.get(id) ?? NO_USES, part))
  }
  for (const { file, lessons, bank, citedByQuestion } of courses.filter((course) => course.file.access !== 'closed')) {
    const citedBy = (question: QuestionKey) => citedByQuestion?.[question.id] ?? citedInQuestion(question)
    for (const lesson of lessons) {
      const place = { course: file.id, lesson: lesson.file.id, title: lesson.file.title }
      add(citedInLesson(lesson), { lessons: [place] })
      for (const question of lesson.practice) {
        add(citedBy(question), { practice: [{ ...place, question: question.id, stem: question.stem }] })
      }
    }
    for (const question of bank) add(citedBy(question), { examQuestions: 1 })
  }
  for (const { id, cites } of Object.values(decisions)) add(cites, { decisions: [id] })
  for (const group of Object.values(indicators).toSorted((a, b) => a.order - b.order)) {
    for (const { id, text, cites } of group.indicators) {
      add(cites, { indicators: [{ group: group.id, indicator: id, text }] })
    }
  }
  for (const { id, items } of Object.values(procedureChecklists)) {
    add(
      items.flatMap(({ cites }) => cites),
      { checklists: [id] },
    )
  }
  for (const model of Object.values(models)) add(citesOfModel(model), { models: [model.id] })
  for (const brief of Object.values(briefs)) add(citesOfBrief(brief), { briefs: [brief.id] })
  return uses
}

/** The number of places that cite an entry. */
export function countUses({ examQuestions, ...lists }: Uses): number {
  return Object.values(lists).reduce((sum, list) => sum + list.length, examQuestions)
}

function joined(uses: Uses, part: Part): Uses {
  return {
    lessons: [...uses.lessons, ...(part.lessons ?? [])],
    practice: [...uses.practice, ...(part.practice ?? [])],
    examQuestions: uses.examQuestions + (part.examQuestions ?? 0),
    decisions: [...uses.decisions, ...(part.decisions ?? [])],
    indicators: [...uses.indicators, ...(part.indicators ?? [])],
    checklists: [...uses.checklists, ...(part.checklists ?? [])],
    models: [...uses.models, ...(part.models ?? [])],
    briefs: [...uses.briefs, ...(part.briefs ?? [])],
  }
}

function entryOf(cite: string): string {
  return readCitation(cite)?.provision ?? cite
}

function citedInLesson(lesson: Lesson): string[] {
  return LOCALES.flatMap((locale) => citedInProse(lesson, locale))
}

/** The ids that a lesson's text cites, in its sentences and as blocks of law. */
export function citedInProse(lesson: Parameters<typeof lessonText>[0], locale: Locale): string[] {
  const { cites, laws } = lessonText(lesson, locale)
  return [...cites, ...laws]
}

/** The ids that a question cites, in its own list and in the words of its three languages. */
export function citedInQuestion(question: QuestionKey): string[] {
  const { cites, explanation, hint, options } = question
  const texts = [
    ...shownTexts(question),
    explanation,
    ...(hint ? [hint] : []),
    ...stepsOf(question),
    ...options.flatMap((option) => ['text' in option ? option.text : [], option.feedback].flat()),
  ]
  return [
    ...cites,
    ...options.flatMap((option) => option.cites),
    ...texts.flatMap((text) => LOCALES.flatMap((locale) => citedIn(text[locale]))),
  ]
}

function citedIn(text: string): string[] {
  return parseInline(text).flatMap((part) => (part.kind === 'cite' ? part.cite : []))
}
