import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import { lessonPath } from '@/domain/course/lesson-path'
import type { LessonStep } from '@/domain/course/lesson-steps'
import type { Locale } from '@/domain/locale'
import type { NextStep, StepState } from '@/domain/progress/step-order'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href, reportHref } from '../shell/paths'
import { FinishedHtml } from '../ui/finished-html'
import { Icon } from '../ui/icon'
import { LESSON_KEYS, ReadingPanel } from '../ui/reading-panel'
import { KeepAnswers } from './keep-answers'
import { END_MARK } from './lesson-body'
import { listenTexts } from './listen/listen-texts'
import { BOOKMARK_FORM } from './section-tools'
import { StepBar } from './step-bar'

type Props = {
  courseId: string
  isPublic: boolean
  lessonId: string
  /** The title of the lesson. */
  title: string
  steps: readonly LessonStep[]
  states: readonly StepState[]
  /** The place of the step in the lesson, from 0. */
  here: number
  /** The lesson before this one; null for the first. */
  lessonBefore: string | null
  /** The step after this one; null at the end of the lesson. */
  next: NextStep | null
  /** The text of the step with its question, rendered. */
  body: string
  /** What was corrected in the lesson after she had read it. */
  corrected: ReactNode
  /** The end of the lesson, after its last step; null before. */
  end: ReactNode
  enrolled: boolean
  signedIn: boolean
  /** The address of the script that reads aloud. */
  listener: string
  locale: Locale
  t: Translator
}

/** One step of a lesson: its idea, its law, its question, and the way on. */
export function StepPage(props: Props) {
  const { steps, states, here, next, locale, t } = props
  const path = href(locale, `/courses/${props.courseId}/lessons/${props.lessonId}`)
  const named = (place: number) => typeset(steps[place]?.title || props.title, locale)
  const to = ({ place, again }: NextStep) => `${path}/${steps[place]?.id}${again ? '?again' : ''}`
  const [text = '', cited = ''] = props.body.split(END_MARK)
  return (
    <>
      <StepBar
        steps={steps.map(({ id }, place) => ({
          id,
          title: named(place),
          href: `${path}/${id}`,
          state: states[place] ?? 'open',
        }))}
        here={here}
        t={t}
      />
      <main
        id="main"
        className="wrap step"
        data-course={props.courseId}
        data-lesson={props.lessonId}
        data-track={props.enrolled ? '' : undefined}
        data-not-sent={t('practice.notSent')}
        data-listen={listenTexts(t)}
        data-listener={props.listener}
      >
        <div className="step-text">
          <h1 className="of-lesson sm muted">{props.title}</h1>
          <form id={BOOKMARK_FORM} method="post" action={`${path}/bookmark`} />
          {props.corrected}
          <FinishedHtml className="prose lesson" html={text} />
          {next && (
            <p className="go no-print">
              <a className="btn step-next" href={to(next)} data-key="n">
                <span>{t(next.again ? 'lesson.step.back' : 'lesson.step.next', { title: named(next.place) })}</span>
                <Icon node={ChevronRight} mirrored />
              </a>
            </p>
          )}
          {props.end}
          <KeepAnswers {...props} here={`${path}/${steps[here]?.id}`} />
        </div>
        <div className="step-side">
          <Elsewhere {...props} path={path} />
          <FinishedHtml className="prose lesson" html={cited} />
          <ReadingPanel
            keys={props.signedIn ? LESSON_KEYS : LESSON_KEYS.filter((key) => key !== 'notes')}
            folded
            t={t}
          />
        </div>
      </main>
    </>
  )
}

/** The ways that lead from a step to anything but the next one. */
function Elsewhere(props: Props & { path: string }) {
  const { courseId, lessonId, lessonBefore, steps, here, signedIn, path, locale, t } = props
  return (
    <p className="underfoot sm no-print">
      {here > 0 && (
        <a href={`${path}/${steps[here - 1]?.id}`} data-key="p">
          {t('lesson.step.previous')}
        </a>
      )}
      {here === 0 && lessonBefore && (
        <a href={href(locale, lessonPath(courseId, lessonBefore))} data-key="p">
          {t('lesson.previous')}
        </a>
      )}
      <a href={href(locale, `/courses/${courseId}`)}>{t('lesson.toCourse')}</a>
      <a href={`${path}?view=whole`}>{t('lesson.step.whole')}</a>
      {signedIn && <a href={`${path}/note?block=${steps[here]?.firstBlock ?? 0}`}>{t('notes.write')}</a>}
      <a href={reportHref(locale, `/courses/${courseId}/lessons/${lessonId}`)}>{t('errorReport.linkLesson')}</a>
    </p>
  )
}
