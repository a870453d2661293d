import { CircleCheck, CircleMinus, CircleX } from 'lucide'
import type { QuestionKey } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { FinishedHtml } from '../ui/finished-html'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'

type Props = {
  question: QuestionKey
  order: readonly string[]
  answer: Answer | null
  position: number
  points: number
  /** Reason and law, already rendered. */
  basis: string
  locale: Locale
  t: Translator
}

/** One question after the exam: her answer, the right one, the feedback of each option, and what it rests on. */
export function ReviewQuestion({ question, order, answer, position, points, basis, locale, t }: Props) {
  const verdict = points === 1 ? 'correct' : points > 0 ? 'partly' : 'incorrect'
  const icon = { correct: CircleCheck, partly: CircleMinus, incorrect: CircleX }[verdict]
  return (
    <article className="card review stack" id={`q${position}`} aria-labelledby={`q${position}-title`}>
      <h3 id={`q${position}-title`}>
        <span className="num">{position}.</span> <Inline source={question.stem[locale]} locale={locale} />
      </h3>
      <p className={`chip ${{ correct: 'ok', partly: 'warn', incorrect: 'bad' }[verdict]}`}>
        <Icon node={icon} /> {t(`practice.${verdict}`)}
      </p>
      <dl className="review-answers">
        <dt>{t('practice.yourAnswer')}</dt>
        <dd>
          {answer ? <AnswerWords question={question} answer={answer} locale={locale} t={t} /> : t('practice.noAnswer')}
        </dd>
        {points < 1 && (
          <>
            <dt>{t('practice.rightAnswer')}</dt>
            <dd>
              <AnswerWords question={question} answer={question.correct} locale={locale} t={t} />
            </dd>
          </>
        )}
      </dl>
      {question.kind !== 'ordering' && (
        <details>
          <summary>{t('exam.result.eachOption')}</summary>
          <ul className="stack">
            {order.map((id) => {
              const option = question.options.find((one) => one.id === id)
              return (
                option && (
                  <li key={id}>
                    <strong>
                      <OptionWords question={question} id={id} locale={locale} t={t} />
                    </strong>{' '}
                    <Inline source={option.feedback[locale]} locale={locale} />
                  </li>
                )
              )
            })}
          </ul>
        </details>
      )}
      <FinishedHtml className="stack" html={basis} />
    </article>
  )
}

type WordsProps = Pick<Props, 'question' | 'locale' | 't'>

function AnswerWords({ question, answer, ...rest }: WordsProps & { answer: Answer }) {
  if (!Array.isArray(answer)) {
    const prompts = question.kind === 'matching' ? question.prompts : []
    return (
      <ul>
        {prompts.map((prompt) => (
          <li key={prompt.id}>
            <Inline source={prompt.text[rest.locale]} locale={rest.locale} />
            {': '}
            {answer[prompt.id] ? (
              <OptionWords question={question} id={answer[prompt.id] ?? ''} {...rest} />
            ) : (
              rest.t('practice.noAnswer')
            )}
          </li>
        ))}
      </ul>
    )
  }
  const List = question.kind === 'ordering' ? 'ol' : 'ul'
  return (
    <List>
      {answer.map((id) => (
        <li key={id}>
          <OptionWords question={question} id={id} {...rest} />
        </li>
      ))}
    </List>
  )
}

function OptionWords({ question, id, locale, t }: WordsProps & { id: string }) {
  const option = question.options.find((one) => one.id === id)
  const text: Localized | null = option && 'text' in option ? option.text : null
  if (text) return <Inline source={text[locale]} locale={locale} />
  return id === 'true' || id === 'false' ? t(`practice.${id}`) : id
}
