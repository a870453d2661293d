import fc from 'fast-check'
import type { Answer } from '@/domain/question/answer'
import type { KeyOf, QuestionKey, QuestionKind } from '@/domain/question/question'
import {
  completing,
  computing,
  localized,
  marking,
  matching,
  multipleChoice,
  option,
  ordering,
  ranking,
  result,
  singleChoice,
  trueFalse,
} from './course-factories'

const OPTION_IDS = ['a', 'b', 'c', 'd', 'e', 'f']
const PROMPT_IDS = ['p1', 'p2', 'p3', 'p4']

const optionIds = fc.uniqueArray(fc.constantFrom(...OPTION_IDS), { minLength: 3, maxLength: 6 })
const optionsOf = (ids: readonly string[]) => ids.map((id) => option(id))
const whole = <T>(items: readonly T[]) => ({ minLength: items.length, maxLength: items.length })

const anySingle = optionIds.chain((ids) =>
  fc.constantFrom(...ids).map((right) => singleChoice({ options: optionsOf(ids), correct: [right] })),
)
export const anyMultiple = optionIds.chain((ids) =>
  fc
    .subarray(ids, { minLength: 2, maxLength: ids.length - 1 })
    .map((correct) => multipleChoice({ options: optionsOf(ids), correct })),
)
const anyTrueFalse = fc.constantFrom('true' as const, 'false' as const).map((id) => trueFalse({ correct: [id] }))
const anyOrdering = optionIds.chain((ids) =>
  fc.shuffledSubarray(ids, whole(ids)).map((correct) => ordering({ options: optionsOf(ids), correct })),
)
export const anyMatching = fc.tuple(optionIds, fc.subarray(PROMPT_IDS, { minLength: 2 })).chain(([ids, prompts]) =>
  fc.array(fc.constantFrom(...ids), whole(prompts)).map((right) =>
    matching({
      prompts: prompts.map((id) => ({ id, text: localized(id) })),
      options: optionsOf(ids),
      correct: Object.fromEntries(prompts.map((id, place) => [id, right[place] ?? ''])),
    }),
  ),
)

export const anyRanking = optionIds.chain((ids) =>
  fc
    .tuple(fc.shuffledSubarray(ids, whole(ids)), fc.integer({ min: 0, max: ids.length - 3 }), fc.nat(ids.length - 2))
    .map(([order, gaps, tie]) =>
      ranking({
        options: optionsOf(ids),
        // The option after the tie has the place of the one before; so do the last ones.
        correct: Object.fromEntries(
          order.map((id, at) => [id, `${Math.min(at <= tie ? at + 1 : at, ids.length - 1 - gaps)}`]),
        ),
      }),
    ),
)
const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 2, maxLength: 4 })
export const anyComputing = fc
  .uniqueArray(fc.constantFrom(...PROMPT_IDS), { minLength: 1 })
  .chain((asks) => fc.tuple(fc.constant(asks), fc.array(numbers, whole(asks))))
  .map(([asks, values]) =>
    computing({
      asks: asks.map((id) => ({ id, label: localized(id), unit: 'months' as const, tolerance: 0 })),
      options: asks.flatMap((ask, at) =>
        (values[at] ?? []).map((quarters, n) => result(`r${at}${n}`, ask, quarters / 4)),
      ),
      correct: Object.fromEntries(asks.map((ask, at) => [ask, `${(values[at]?.[0] ?? 0) / 4}`])),
    }),
  )
export const anyMarking = optionIds.chain((ids) =>
  fc
    .subarray(ids, { minLength: 1, maxLength: ids.length - 1 })
    .map((correct) =>
      marking({ options: optionsOf(ids), correct, passage: localized(ids.map((id) => `{${id}}`).join(' ')) }),
    ),
)
export const anyCompleting = fc
  .uniqueArray(fc.constantFrom('b1', 'b2', 'b3'), { minLength: 2 })
  .chain((blanks) => fc.tuple(fc.constant(blanks), fc.array(fc.integer({ min: 2, max: 4 }), whole(blanks)), fc.nat(3)))
  .map(([blanks, sizes, right]) => {
    const choicesOf = (at: number) => Array.from({ length: sizes[at] ?? 2 }, (_, n) => `c${at}${n}`)
    return completing({
      passage: localized(blanks.map((id) => `{${id}}`).join(' ')),
      options: blanks.flatMap((blank, at) => choicesOf(at).map((id) => ({ ...option(id), blank }))),
      correct: Object.fromEntries(blanks.map((blank, at) => [blank, choicesOf(at)[right % (sizes[at] ?? 2)] ?? ''])),
    })
  })

const ANY: { readonly [K in QuestionKind]: fc.Arbitrary<KeyOf<K>> } = {
  single: anySingle,
  multiple: anyMultiple,
  'true-false': anyTrueFalse,
  matching: anyMatching,
  ordering: anyOrdering,
  ranking: anyRanking,
  computing: anyComputing,
  marking: anyMarking,
  completing: anyCompleting,
}

/** A question of any kind, as a checked course may contain it. */
export const anyQuestion: fc.Arbitrary<QuestionKey> = fc.oneof(...Object.values(ANY))

const anyId = fc.constantFrom(...OPTION_IDS, 'true', 'false', 'unknown')

/** Any answer that a browser may send: it need not fit the question, and may name the same option twice. */
export const anyAnswer: fc.Arbitrary<Answer | null> = fc.oneof(
  fc.array(anyId, { maxLength: 8 }),
  fc.dictionary(fc.constantFrom(...PROMPT_IDS, 'unknown'), anyId),
  // Places of steps, choices of blanks, and numbers as people type them.
  fc.dictionary(fc.constantFrom(...OPTION_IDS), fc.constantFrom('1', '2', '3', '4')),
  fc.dictionary(fc.constantFrom('b1', 'b2', 'b3'), fc.constantFrom('c00', 'c01', 'c10', 'c11', 'unknown')),
  fc.dictionary(fc.constantFrom(...PROMPT_IDS), fc.oneof(fc.nat(4000).map(String), fc.string({ minLength: 1 }))),
  fc.constant(null),
)
