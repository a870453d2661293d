import { KINDS } from '../../question/kinds/kinds'
import type { Share } from '../../question/kinds/shares'
import type { KeyOf, QuestionKey, QuestionKind } from '../../question/question'
import { type CourseCheck, error } from './finding'
import { banksOf, keysOf } from './questions'

/** How far a count may differ from an even share before a learner could profit from it. */
const SLACK = 0.5
const SLACK_QUESTIONS = 2

/** No position of the right option may be favoured, nor true over false, nor an id in matching and ordering. */
export const keyPosition: CourseCheck = (course) =>
  banksOf(course).flatMap(({ place, questions }) => {
    const shares = (Object.keys(KINDS) as QuestionKind[]).flatMap((kind) => sharesOf(kind, keysOf(questions)))
    return shares.filter(isUneven).map(({ fault }) => error(place, fault))
  })

function sharesOf<K extends QuestionKind>(kind: K, keys: readonly QuestionKey[]): Share[] {
  return KINDS[kind].shares(keys.filter((key): key is KeyOf<K> => key.kind === kind))
}

function isUneven({ count, even }: Share): boolean {
  return Math.abs(count - even) > Math.max(SLACK_QUESTIONS, even * SLACK)
}
