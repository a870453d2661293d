import { Check, ChevronLeft, ChevronRight, Circle } from 'lucide'
import type { LessonCondition, Settled } from '@/domain/progress/lesson-completion'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

/** How far she is with the lesson. */
export type LessonCompletion =
  | { completed: true; settled: Settled | null }
  | {
      completed: false
      conditions: readonly LessonCondition[]
      /** She said that she is done, and was not. */
      refused: boolean
      /** The course has an exam, with which the choice becomes final. */
      untilExam: boolean
    }

type Props = {
  /** The address of the lesson. The forms post to addresses below it. */
  path: string
  /** Null for a reader of whom nothing is kept. */
  completion: LessonCompletion | null
  /** The address of the lesson before this one. */
  previous: string | null
  next: { href: string; label: string }
  /** Where she asks the tutors of her cohort; null where there is nobody to ask. */
  ask: string | null
  /** Where an error in the lesson is reported. */
  report: string
  t: Translator
}

/** The end of a lesson: what it asks for, the choice that it is done, and the way on, which is no such choice. */
export function LessonEnd({ path, completion, previous, next, ask, report, t }: Props) {
  const open = completion?.completed === false
  return (
    <section className="lesson-end no-print" id="lesson-end" aria-labelledby="lesson-end-title">
      <h2 id="lesson-end-title">{t('lesson.end')}</h2>
      {completion?.completed === false && <Open {...completion} path={path} t={t} />}
      {completion?.completed && (
        <ul className="plain conditions">
          <li className="met">
            <Icon node={Check} />
            <span>{t('lesson.finished')}</span>
          </li>
        </ul>
      )}
      <nav className="go" aria-label={t('lesson.between')}>
        {previous && (
          <a className="btn" href={previous} data-key="p">
            <Icon node={ChevronLeft} mirrored />
            <span>{t('lesson.previous')}</span>
          </a>
        )}
        <a className={open ? 'btn' : 'btn primary'} href={next.href} data-key="n">
          <span>{next.label}</span>
          <Icon node={ChevronRight} mirrored />
        </a>
      </nav>
      {completion?.completed && <TakeBack settled={completion.settled} path={path} t={t} />}
      <p className="sm row">
        {ask && <a href={ask}>{t('threads.ask')}</a>}
        <a href={report}>{t('errorReport.linkLesson')}</a>
      </p>
    </section>
  )
}

type OpenProps = Pick<Props, 'path' | 't'> & Omit<Extract<LessonCompletion, { completed: false }>, 'completed'>

function Open({ conditions, refused, untilExam, path, t }: OpenProps) {
  return (
    <>
      {refused && conditions.some(({ met }) => !met) && (
        <p className="note warn" role="alert">
          {t('lesson.unfinished')}
        </p>
      )}
      {conditions.length > 0 && (
        <ul className="plain stack-s conditions">
          {conditions.map((condition) => (
            <li key={condition.rule} className={condition.met ? 'met' : undefined} data-rule={condition.rule}>
              <Icon node={Check} />
              <Icon node={Circle} />
              <Condition condition={condition} t={t} />
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${path}/done`} className="go">
        {/* The button stands at the end: who presses it has come to it, also where no script tells so. */}
        <input type="hidden" name="end" value="1" />
        <button type="submit" className="btn primary">
          {t('lesson.finish')}
        </button>
      </form>
      {untilExam && <p className="xs muted">{t('lesson.canTakeBack')}</p>}
    </>
  )
}

/** Both states are in the page, so that the script of the lesson can tick a condition. */
function Condition({ condition, t }: { condition: LessonCondition; t: Translator }) {
  return (
    <span>
      {condition.rule === 'reach-end'
        ? t('lesson.conditions.reach-end')
        : t.rich('lesson.conditions.answer-practice', {
            n: () => (
              <span key="n" data-answered>
                {condition.answered}
              </span>
            ),
            total: condition.total,
          })}
      <span className="sr ticked"> ({t('course.done')})</span>
      <span className="sr unticked"> ({t('course.notDone')})</span>
      {condition.rule === 'answer-practice' && condition.next !== null && (
        <>
          {' '}
          <a className="unticked" href={`#quiz-${condition.next}`}>
            {t('lesson.nextQuestion')}
          </a>
        </>
      )}
    </span>
  )
}

function TakeBack({ settled, path, t }: Pick<Props, 'path' | 't'> & { settled: Settled | null }) {
  if (settled) return <p className="sm muted">{t(`lesson.settled.${settled}`)}</p>
  return (
    <form method="post" action={`${path}/not-done`} className="go">
      <button type="submit" className="btn">
        {t('lesson.notDone')}
      </button>
    </form>
  )
}
