import { z } from 'zod'
import { type Localized, localizedSchema } from '../locale'
import { isAskedAlike, isGradedAlike } from '../question/public-question'
import type { QuestionKey } from '../question/question'
import { plainText } from '../text/markup'
import type { Passage } from './passage'

/**
 * What a change means for a learner who has read the text. `editorial`: only the wording changed. `correction`: the
 * text was wrong, and its readers are told. `new`: something was added.
 */
export const CHANGE_WEIGHTS = ['editorial', 'correction', 'new'] as const
export type ChangeWeight = (typeof CHANGE_WEIGHTS)[number]

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** An entry of courses/<course>/changes.yaml. `hash`: of the present text, or of a block that was removed. */
export const changeMarkSchema = z.strictObject({
  /** The lesson that contains the block. */
  lesson: idSchema.optional(),
  question: idSchema.optional(),
  hash: z.string().min(1),
  weight: z.enum(CHANGE_WEIGHTS),
})
export const changeMarksSchema = z.array(
  changeMarkSchema.refine(({ lesson, question }) => (lesson === undefined) !== (question === undefined), {
    message: 'name either a lesson or a question',
  }),
)
export type ChangeMark = z.infer<typeof changeMarkSchema>

const changeSchema = z.strictObject({
  weight: z.enum(CHANGE_WEIGHTS),
  /** Null for a question that no lesson shows. */
  lesson: idSchema.nullable(),
  /** The block's number in the page after and before the change. Null for a question, or where the block is absent. */
  block: z.number().int().nonnegative().nullable(),
  blockBefore: z.number().int().nonnegative().nullable(),
  question: idSchema.nullable(),
  /** The words before and after. Null if there were none, and for exam questions, since learners see them. */
  before: localizedSchema.nullable(),
  after: localizedSchema.nullable(),
})
export type Change = z.infer<typeof changeSchema>

/** What a release changed in the one before it. `correction`: learners who began an earlier release read this one. */
export const releaseChangesSchema = z.strictObject({ correction: z.boolean(), items: z.array(changeSchema) })
export type ReleaseChanges = z.infer<typeof releaseChangesSchema>

/** A change that was found. `weight`: the weight unless a mark gives another one; null if a person must decide. */
export type FoundChange = Omit<Change, 'weight'> & { hash: string; weight: ChangeWeight | null }

/** A course in the form that is compared. `words`: the whole words of each block, in the order of `passages`. */
export type Compared = {
  lessons: readonly {
    id: string
    passages: readonly Pick<Passage, 'block' | 'hash'>[]
    words: readonly Localized[]
    practice: readonly QuestionKey[]
  }[]
  /** The questions of the exam and of reviews. */
  questions: readonly QuestionKey[]
}

/** @param hashOf returns a hash: equal for equal questions, different for different ones. */
export function findChanges(
  before: Compared,
  after: Compared,
  hashOf: (question: QuestionKey) => string,
): FoundChange[] {
  const asked = new Map(
    [...before.lessons.flatMap(({ practice }) => practice), ...before.questions].map((each) => [each.id, each]),
  )
  const inLessons = after.lessons.flatMap((lesson) => {
    const earlier = before.lessons.find(({ id }) => id === lesson.id)
    return [
      ...(earlier ? blockChanges(earlier, lesson) : []),
      ...lesson.practice.flatMap((each) => questionChange(asked.get(each.id), each, lesson.id, hashOf)),
    ]
  })
  return [...inLessons, ...after.questions.flatMap((each) => questionChange(asked.get(each.id), each, null, hashOf))]
}

type ComparedLesson = Compared['lessons'][number]

function blockChanges(before: ComparedLesson, after: ComparedLesson): FoundChange[] {
  return alignBlocks(before.passages, after.passages).map(([was, is]) => {
    const [now, then] = [is === null ? null : after.passages[is], was === null ? null : before.passages[was]]
    return {
      lesson: after.id,
      question: null,
      block: now?.block ?? null,
      blockBefore: then?.block ?? null,
      before: was === null ? null : (before.words[was] ?? null),
      after: is === null ? null : (after.words[is] ?? null),
      hash: (now ?? then)?.hash ?? '',
      // A block that is new contradicts nothing that a learner has read.
      weight: was === null ? 'new' : null,
    }
  })
}

function questionChange(
  before: QuestionKey | undefined,
  after: QuestionKey,
  lesson: string | null,
  hashOf: (question: QuestionKey) => string,
): FoundChange[] {
  if (before && hashOf(before) === hashOf(after)) return []
  const said = (question: QuestionKey | undefined) => {
    if (lesson === null || !question) return null
    const { ar, fr, en } = question.stem
    return { ar: plainText(ar), fr: plainText(fr), en: plainText(en) }
  }
  return [
    {
      lesson,
      question: after.id,
      block: null,
      blockBefore: null,
      before: said(before),
      after: said(after),
      hash: hashOf(after),
      weight: before ? weightOf(before, after) : 'new',
    },
  ]
}

/** A changed key is a correction, a changed comment on an answer is editorial. Null: a person must decide. */
function weightOf(before: QuestionKey, after: QuestionKey): ChangeWeight | null {
  if (!isAskedAlike(before, after)) return null
  return isGradedAlike(before, after) ? 'editorial' : 'correction'
}

type Pair = [before: number | null, after: number | null]

/** The blocks that differ. Between two unchanged blocks, removed and added blocks are paired in their order. */
export function alignBlocks(before: readonly { hash: string }[], after: readonly { hash: string }[]): Pair[] {
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  for (const [was, is] of [...sameBlocks(before, after), [before.length, after.length] as const]) {
    const gap = Math.max(was - from, is - to)
    for (let step = 0; step < gap; step++) {
      pairs.push([from + step < was ? from + step : null, to + step < is ? to + step : null])
    }
    ;[from, to] = [was + 1, is + 1]
  }
  return pairs
}

/** The longest common sequence of two lists of blocks, as pairs of places. */
function sameBlocks(before: readonly { hash: string }[], after: readonly { hash: string }[]): [number, number][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i]
      if (!row) continue
      row[j] = before[i]?.hash === after[j]?.hash ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const same: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i]?.hash === after[j]?.hash) same.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return same
}

/** The changes with their weights, and those that nobody has weighed. */
export function weighChanges(
  found: readonly FoundChange[],
  marks: readonly ChangeMark[],
): { weighed: Change[]; unmarked: FoundChange[] } {
  const weighed: Change[] = []
  const unmarked: FoundChange[] = []
  for (const change of found) {
    const { hash: _, ...what } = change
    const weight = markOf(change, marks) ?? change.weight
    if (weight === null) unmarked.push(change)
    else weighed.push({ ...what, weight })
  }
  return { weighed, unmarked }
}

function markOf({ lesson, question, hash }: FoundChange, marks: readonly ChangeMark[]): ChangeWeight | null {
  const names = (mark: ChangeMark) => (question === null ? mark.lesson === lesson : mark.question === question)
  return marks.find((mark) => names(mark) && mark.hash === hash)?.weight ?? null
}

const LONGEST_COMMENT = 160

/** The entries missing in changes.yaml, for a person to complete: a comment above each entry quotes the words. */
export function marksToFill(unmarked: readonly FoundChange[]): string {
  const comment = (what: string, words: Localized | null) => {
    const said = words ? words.ar.replaceAll(/\s+/g, ' ').slice(0, LONGEST_COMMENT) : '–'
    return `# ${what}: ${said}`
  }
  return unmarked
    .map(({ lesson, question, hash, before, after }) =>
      [
        comment('said', before),
        comment('says', after),
        question === null ? `- lesson: ${lesson}` : `- question: ${question}`,
        `  hash: ${hash}`,
        `  weight: ${CHANGE_WEIGHTS.join(' | ')}`,
      ].join('\n'),
    )
    .join('\n')
}
