import { Check, ChevronLeft, ChevronRight, Circle } from 'lucide'
import type { LessonCondition, Settled } from '@/domain/progress/lesson-completion'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

/** The learner's completion of the lesson. */
export type LessonCompletion =
  | { completed: true; settled: Settled | null }
  | {
      completed: false
      conditions: readonly LessonCondition[]
      /** She asked to complete the lesson, but its conditions were not met. */
      refused: boolean
      /** The course has an exam: she can undo the completion until she begins it. */
      untilExam: boolean
    }

type Props = {
  /** The address of the lesson. The forms post to addresses below it. */
  path: string
  /** The step on whose page it stands; by default it is the page of the whole lesson. */
  step?: string
  /** Null for a reader whose progress is not stored. */
  completion: LessonCompletion | null
  /** The address of the lesson before this one. */
  previous: string | null
  next: { href: string; label: string }
  /** The page to ask the tutors of her cohort; null if she has none. */
  ask: string | null
  /** Where an error in the lesson is reported. */
  report: string
  t: Translator
}

/** The end of a lesson: its conditions, the button that completes it, and the link to the next, which does not. */
export function LessonEnd({ path, step, completion, previous, next, ask, report, t }: Props) {
  const open = completion?.completed === false
  return (
    <section className="lesson-end no-print" id="lesson-end" aria-labelledby="lesson-end-title">
      <h2 id="lesson-end-title">{t('lesson.end')}</h2>
      {completion?.completed === false && <Open {...completion} path={path} step={step} t={t} />}
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
      {completion?.completed && <TakeBack settled={completion.settled} path={path} step={step} t={t} />}
      <p className="sm row">
        {ask && <a href={ask}>{t('threads.ask')}</a>}
        <a href={report}>{t('errorReport.linkLesson')}</a>
      </p>
    </section>
  )
}

type OpenProps = Pick<Props, 'path' | 'step' | 't'> & Omit<Extract<LessonCompletion, { completed: false }>, 'completed'>

function Open({ conditions, refused, untilExam, path, step, t }: OpenProps) {
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
              <Condition condition={condition} lesson={step ? path : null} t={t} />
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${path}/done`} className="go">
        {/* A reader who presses the button has reached the end of the lesson, even without a script. */}
        <input type="hidden" name="end" value="1" />
        {step && <input type="hidden" name="step" value={step} />}
        <button type="submit" className="btn primary">
          {t('lesson.finish')}
        </button>
      </form>
      {untilExam && <p className="xs muted">{t('lesson.canTakeBack')}</p>}
    </>
  )
}

/** Both states are in the page, so that the script of the lesson can tick a condition. */
function Condition({
  condition,
  lesson,
  t,
}: {
  condition: LessonCondition
  /** The address of the lesson if its questions stand on other pages. */
  lesson: string | null
  t: Translator
}) {
  return (
    <span>
      {condition.rule === 'reach-end'
        ? t('lesson.conditions.reach-end')
        : t.rich('lesson.conditions.answer-practice', {
            n: () => (
              <span key="n" data-answered data-total={condition.total}>
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
          <a className="unticked" href={lesson ? `${lesson}?at=quiz-${condition.next}` : `#quiz-${condition.next}`}>
            {t('lesson.nextQuestion')}
          </a>
        </>
      )}
    </span>
  )
}

function TakeBack({ settled, path, step, t }: Pick<Props, 'path' | 'step' | 't'> & { settled: Settled | null }) {
  if (settled) return <p className="sm muted">{t(`lesson.settled.${settled}`)}</p>
  return (
    <form method="post" action={`${path}/not-done`} className="go">
      {step && <input type="hidden" name="step" value={step} />}
      <button type="submit" className="btn">
        {t('lesson.notDone')}
      </button>
    </form>
  )
}
