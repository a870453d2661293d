import fc from 'fast-check'
import type { KeyOf, QuestionKey, QuestionKind } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import { localized, matching, multipleChoice, option, ordering, singleChoice, trueFalse } from './course-factories'

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

const ANY: { readonly [K in QuestionKind]: fc.Arbitrary<KeyOf<K>> } = {
  single: anySingle,
  multiple: anyMultiple,
  'true-false': anyTrueFalse,
  matching: anyMatching,
  ordering: anyOrdering,
}

/** A question of any kind, as a checked course may contain it. */
export const anyQuestion: fc.Arbitrary<QuestionKey> = fc.oneof(...Object.values(ANY))

const anyId = fc.constantFrom(...OPTION_IDS, 'true', 'false', 'unknown')

/** Any answer that a browser may send: it need not fit the question, and may name the same option twice. */
export const anyAnswer: fc.Arbitrary<Answer | null> = fc.oneof(
  fc.array(anyId, { maxLength: 8 }),
  fc.dictionary(fc.constantFrom(...PROMPT_IDS, 'unknown'), anyId),
  fc.constant(null),
)
