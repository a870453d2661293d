import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import type { JudgedPart, PublicOf } from '@/domain/question/kinds/kind'
import type { KeyOf, QuestionKind } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import type { Citing } from '../../ui/inline'
import type { Judged } from './judged-mark'

type Words = { locale: Locale; t: Translator }
export type FieldsProps<K extends QuestionKind> = Words & {
  question: PublicOf<K>
  /** The values of the fields by name: the answer that the learner has given. */
  held: URLSearchParams
  /** Marks what is right and wrong in the answer, where the learner sees that beside her answer. */
  judged: Judged
  /** Makes ids unique on the page. */
  prefix: string
}

/** What a kind of question looks like. */
export type KindView<K extends QuestionKind> = {
  /** How it is answered. */
  hint: (t: Translator) => string
  /** The error message if there is no answer. */
  missing: (t: Translator) => string
  /** Native inputs only: they work before and without JavaScript. */
  fields: (props: FieldsProps<K>) => ReactNode
  /** What a judged part answers, such as a prompt. */
  asked: (question: KeyOf<K>, asks: NonNullable<JudgedPart['asks']>, words: Words) => ReactNode
  /** The judged parts are options that the learner ticked or missed: no part asks for an answer of its own. */
  asksOnce: boolean
  /** In practice, the comment on the one option that the learner picked replaces the list of judged parts. */
  commentIsEnough: boolean
  /** Why her answer cannot be read, if the kind has a sentence of its own for that. */
  refusal?: (question: PublicOf<K>, answer: Answer, t: Translator) => string | null
  /** The words of a given answer that is not the text of an option. `asked`: what the part asks. */
  given?: (question: KeyOf<K>, id: string, words: Words & { asked: JudgedPart['asks'] }) => ReactNode
  /** The text of the question with the right answer in it, where the key is open. */
  solved?: (question: KeyOf<K>, words: Words) => ReactNode
  /** How the right answer is found, after an answer was given. */
  after?: (question: KeyOf<K>, words: Words & { citing?: Citing | undefined }) => ReactNode
}
