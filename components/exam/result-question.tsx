import type { Locale } from '@/domain/locale'
import type { Answer, Certainty } from '@/domain/question/answer'
import { judgeParts } from '@/domain/question/judge-parts'
import type { QuestionKey } from '@/domain/question/question'
import { verdictOf } from '@/domain/question/verdict'
import type { Translator } from '@/i18n/translator'
import { JudgedAnswer } from '../question/judged-answer'
import { viewOf } from '../question/kinds/views'
import { OptionComment, OptionWords } from '../question/option-words'
import { VERDICT_LOOK } from '../question/verdict-look'
import { FinishedHtml } from '../ui/finished-html'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'

type Props = {
  question: QuestionKey
  order: readonly string[]
  answer: Answer | null
  certainty: Certainty | null
  position: number
  points: number
  /** The explanation and the law, already rendered. */
  basis: string
  /** Where an error in it is reported. */
  report: string
  locale: Locale
  t: Translator
}

/**
 * One question after the exam: the learner's answer, the right one, comments and law. Folded if the answer is right.
 */
export function ResultQuestion(props: Props) {
  const { question, answer, certainty, position, points, basis, locale, t } = props
  const verdict = verdictOf(points)
  const { icon, tone } = VERDICT_LOOK[verdict]
  return (
    <article className={points < 1 ? 'card review' : 'card review known'} aria-labelledby={`q${position}-title`}>
      <details open={points < 1}>
        <summary>
          <h3 id={`q${position}-title`}>
            <span className="num">{position}.</span> <Inline source={question.stem[locale]} locale={locale} />{' '}
            <span className={`chip ${tone}`}>
              <Icon node={icon} /> {t(`practice.${verdict}`)}
            </span>{' '}
            {certainty && <span className="chip">{t(`exam.${certainty}`)}</span>}
          </h3>
        </summary>
        {/* The targets of links are inside, so that the browser unfolds them. */}
        <span className="review-start" id={`q${position}`} />
        <div className="stack">
          {answer === null && viewOf(question).asksOnce && <p>{t('practice.noAnswer')}</p>}
          {viewOf(question).solved?.(question, { locale, t })}
          <JudgedAnswer question={question} answer={answer} keyIsOpen locale={locale} t={t} />
          <OtherOptions {...props} />
          <FinishedHtml className="stack" html={basis} />
          <p className="xs no-print">
            <a href={props.report}>{t('errorReport.link')}</a>
          </p>
        </div>
      </details>
    </article>
  )
}

/** The comments on the options that the learner did not choose and that are not right. */
function OtherOptions({ question, order, answer, locale, t }: Props) {
  const told = new Set(judgeParts(question, answer).flatMap(({ chosen, right, about }) => [chosen, right, about]))
  const others = order.filter((id) => !told.has(id))
  if (others.length === 0) return null
  return (
    <details className="off-paper">
      <summary>{t('exam.result.otherOptions')}</summary>
      <ul className="stack">
        {others.map((id) => (
          <li key={id}>
            <p className="chosen">
              <OptionWords question={question} id={id} locale={locale} t={t} />
            </p>
            <p className="sm">
              <OptionComment question={question} id={id} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
