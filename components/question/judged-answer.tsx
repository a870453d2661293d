import { CircleCheck, CircleX } from 'lucide'
import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import { judgeParts } from '@/domain/question/judge-parts'
import type { JudgedPart } from '@/domain/question/kinds/kind'
import type { QuestionKey } from '@/domain/question/question'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'
import type { Citing } from '../ui/inline'
import { viewOf } from './kinds/views'
import { OptionComment, OptionWords } from './option-words'

type Props = {
  question: QuestionKey
  answer: Answer | null
  /** The result is final, so the right answer is shown where the learner was wrong. */
  keyIsOpen: boolean
  /** Makes the citations in the comments links. */
  citing?: Citing | undefined
  locale: Locale
  t: Translator
}

/**
 * An answer part by part: right or wrong, the prompt, the learner's choice, the right choice, and the comment on each.
 */
export function JudgedAnswer(props: Props) {
  const { question, answer, keyIsOpen } = props
  const { asksOnce, asked } = viewOf(question)
  const parts = judgeParts(question, answer).filter(({ chosen }) => keyIsOpen || chosen || !asksOnce)
  return (
    <ul className="plain judged">
      {parts.map((part) => (
        <li key={part.asks ?? `${part.chosen} ${part.right}`} className={part.correct ? 'ok' : 'bad'}>
          <Icon node={part.correct ? CircleCheck : CircleX} />
          <div>
            <p className={part.asks === null ? 'sr' : 'asked'}>
              <span className="sr">{props.t(part.correct ? 'practice.correct' : 'practice.incorrect')} </span>
              {part.asks !== null && asked(question, part.asks, props)}
            </p>
            <dl>
              {(part.chosen || !asksOnce) && (
                <Line {...props} term="practice.yourAnswer" id={part.chosen} asked={part.asks} />
              )}
              {keyIsOpen && part.right && !part.correct && (
                <Line
                  {...props}
                  term={asksOnce ? 'practice.missed' : 'practice.rightAnswer'}
                  id={part.right}
                  asked={part.asks}
                />
              )}
            </dl>
            {part.about && (
              <p className="sm">
                <OptionComment {...props} id={part.about} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

type Term = 'practice.yourAnswer' | 'practice.rightAnswer' | 'practice.missed'

function Line({ term, id, asked, ...rest }: Props & { term: Term; id: string | null; asked: JudgedPart['asks'] }) {
  return (
    <>
      <dt className={term === 'practice.yourAnswer' ? undefined : 'ok'}>
        {term !== 'practice.yourAnswer' && <Icon node={CircleCheck} />} {rest.t(term)}
      </dt>
      <dd>
        {id === null ? (
          rest.t('practice.noAnswer')
        ) : (
          <>
            <p className="chosen">
              <OptionWords {...rest} id={id} asked={asked} />
            </p>
            <p className="sm">
              <OptionComment {...rest} id={id} />
            </p>
          </>
        )}
      </dd>
    </>
  )
}
