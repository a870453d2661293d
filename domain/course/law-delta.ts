import type { Localized } from '../locale'
import type { QuestionKey } from '../question/question'
import { alignBlocks } from './changes'
import { citedInQuestion } from './citation-uses'
import type { Course } from './course'
import type { LawChange } from './law-changes'
import { isMarked, touchedBy } from './law-changes'
import { secondFormsToStudy } from './reserved-for-retention'

/** A block of a lesson, with what it cites in any language. */
export type TaughtBlock = {
  /** Its number in the page. */
  block: number
  hash: string
  /** The id of the section in which it stands. */
  section: string | null
  words: Localized
  cites: readonly string[]
  /** False for a heading, a quoted law and a question. Only text blocks are compared. */
  isText: boolean
}
export type TaughtLesson = { id: string; blocks: readonly TaughtBlock[] }

/** A block that a change of law concerns. Its words are equal before and after if no edit was needed. */
export type LawBlock = {
  lesson: string
  /** Null if the block was removed. */
  block: number | null
  before: Localized | null
  after: Localized | null
  /** The changed provisions that the block cites; empty if only the author's entry (`also`) links it to the change. */
  provisions: readonly string[]
}

/** The blocks that changes of law concern, in the order of the later release. */
export function blocksOn(
  before: readonly TaughtLesson[],
  after: readonly TaughtLesson[],
  entries: readonly LawChange[],
): LawBlock[] {
  return after.flatMap((lesson) => {
    const was = textOf(before.find(({ id }) => id === lesson.id))
    return pairsOf(was, textOf(lesson)).flatMap((pair) => lawBlock(lesson.id, pair, entries))
  })
}

type Pair = { was: TaughtBlock | null; is: TaughtBlock | null }

function lawBlock(lesson: string, { was, is }: Pair, entries: readonly LawChange[]): LawBlock[] {
  const cites = [...(was?.cites ?? []), ...(is?.cites ?? [])]
  const { section = null } = is ?? was ?? {}
  if (!isMarked({ cites, place: section === null ? null : `${lesson}#${section}` }, entries)) return []
  return [
    {
      lesson,
      block: is?.block ?? null,
      before: was?.words ?? null,
      after: is?.words ?? null,
      provisions: touchedBy(cites, entries),
    },
  ]
}

function textOf(lesson: TaughtLesson | undefined): TaughtBlock[] {
  return (lesson?.blocks ?? []).filter(({ isText }) => isText)
}

/** Every block of the two versions: an unchanged block with itself, a changed one as `alignBlocks` pairs it. */
function pairsOf(before: readonly TaughtBlock[], after: readonly TaughtBlock[]): Pair[] {
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  const stayed = (end: number) => {
    for (; to < end; from++, to++) pairs.push({ was: before[from] ?? null, is: after[to] ?? null })
  }
  for (const [was, is] of alignBlocks(before, after)) {
    stayed(is ?? to + ((was ?? from) - from))
    pairs.push({ was: was === null ? null : (before[was] ?? null), is: is === null ? null : (after[is] ?? null) })
    if (was !== null) from = was + 1
    if (is !== null) to = is + 1
  }
  stayed(after.length)
  return pairs
}

type Asking = Pick<Course, 'lessons' | 'second' | 'citedByQuestion'>

/**
 * The questions about a change of law, in the order of the course: practice questions, then second forms to study with.
 * Exam questions are never included: their key would be revealed to learners who have not sat the exam yet.
 */
export function questionsOn(course: Asking, entries: readonly LawChange[]): QuestionKey[] {
  const asked = [
    ...course.lessons.flatMap(({ practice }) => practice),
    ...secondFormsToStudy(course).map(({ question }) => question),
  ]
  const citedBy = (question: QuestionKey) => course.citedByQuestion?.[question.id] ?? citedInQuestion(question)
  return asked.filter((question) => isMarked({ cites: citedBy(question), place: question.id }, entries))
}
