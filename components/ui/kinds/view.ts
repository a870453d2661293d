import type { ReactNode } from 'react'
import type { KeyOf, QuestionKind } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import type { JudgedPart, PublicOf } from '@/domain/exam/kinds/kind'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Citing } from '../inline'

type Words = { locale: Locale; t: Translator }
export type FieldsProps<K extends QuestionKind> = Words & {
  question: PublicOf<K>
  /** What the fields hold, by their names: the answer that she has given. */
  held: URLSearchParams
  /** Makes ids unique on the page. */
  prefix: string
}

/** What a kind of question looks like. */
export type KindView<K extends QuestionKind> = {
  /** How it is answered. */
  hint: (t: Translator) => string
  /** What is asked for when no answer came. */
  missing: (t: Translator) => string
  /** Native inputs only: they work before and without JavaScript. */
  fields: (props: FieldsProps<K>) => ReactNode
  /** What a judged part answers, such as a prompt. */
  asked: (question: KeyOf<K>, asks: NonNullable<JudgedPart['asks']>, words: Words) => ReactNode
  /** Its judged parts are options that she ticked or missed: none of them asks for an answer by itself. */
  asksOnce: boolean
  /** While she practises, the comment on the one option that she picked says all. */
  commentIsEnough: boolean
  /** Why what she gave cannot be read, if that has a sentence of its own. */
  refusal?: (question: PublicOf<K>, answer: Answer, t: Translator) => string | null
  /** What she gave where no option has the words for it. `asked`: what the part asks. */
  given?: (question: KeyOf<K>, id: string, words: Words & { asked: JudgedPart['asks'] }) => ReactNode
  /** The text of the question with the right answer in it, where the key is open. */
  solved?: (question: KeyOf<K>, words: Words) => ReactNode
  /** How the right answer is found, after an answer was given. */
  after?: (question: KeyOf<K>, words: Words & { citing?: Citing | undefined }) => ReactNode
}
