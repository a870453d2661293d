import type { Lesson } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { FinishedHtml } from '../ui/finished-html'
import type { CourseReading } from './course-reading'
import { LessonEnd } from './lesson-end'
import { LessonIntro } from './lesson-intro'
import { LessonOutline } from './lesson-outline'
import { LessonPosition } from './lesson-position'

type Props = {
  course: CourseReading
  lesson: Lesson
  /** Its place among the lessons, from 0. */
  place: number
  /** Block where she stopped. */
  resumeAt: number
  /** The text with its questions, rendered. */
  body: string
  locale: Locale
  t: Translator
}

/** A lesson between its outline and the way on. */
export function LessonPage(props: Props) {
  const { course, place, locale, t } = props
  const { release, progress } = course
  const path = pathIn(props)
  const previous = release.course.lessons[place - 1]
  return (
    <>
      <LessonPosition
        course={{ href: href(locale, `/courses/${release.courseId}`), title: release.course.file.title[locale] }}
        position={t('lesson.position', { n: place + 1, total: progress.total })}
        progress={progress}
        minutesLeft={course.minutesLeft}
        locale={locale}
        t={t}
      />
      <div className="wrap reader">
        <LessonOutline
          title={t('lesson.outline')}
          current={props.lesson.file.id}
          doneLabel={t('lesson.completed')}
          items={release.course.lessons.map(({ file }) => ({
            id: file.id,
            href: path(file.id),
            title: typeset(file.title[locale], locale),
            minutes: t('plural.minutes', { count: file.minutes }),
            done: progress.completed.has(file.id),
          }))}
        />
        <Text {...props} />
      </div>
      <LessonEnd
        previous={previous ? path(previous.file.id) : null}
        done={{ action: `${path(props.lesson.file.id)}/done`, label: doneLabel(props) }}
        t={t}
      />
    </>
  )
}

function pathIn({ course: { release }, locale }: Props) {
  return (lesson: string) => href(locale, `/courses/${release.courseId}/lessons/${lesson}`)
}

function Text(props: Props) {
  const { course, lesson, resumeAt, body, locale, t } = props
  const { release, learner, progress } = course
  const { id } = lesson.file
  return (
    <main
      id="main"
      className="stack"
      data-course={release.courseId}
      data-lesson={id}
      data-track={learner ? '' : undefined}
      data-not-sent={t('practice.notSent')}
    >
      <LessonIntro lesson={lesson} resumeAt={progress.completed.has(id) ? 0 : resumeAt} locale={locale} t={t} />
      <FinishedHtml className="prose lesson" html={body} />
      {!learner && release.course.file.access !== 'public' && (
        <p className="sm muted no-print">
          <a href={`${href(locale, '/sign-in')}?next=${encodeURIComponent(pathIn(props)(id))}`}>
            {t('lesson.signInToKeep')}
          </a>
        </p>
      )}
    </main>
  )
}

/** What the button at the end says: the next lesson, the exam if nothing else is left, or back to the course. */
export function doneLabel({ course, lesson, place, locale, t }: Omit<Props, 'resumeAt' | 'body'>): string {
  const { release, progress } = course
  const next = release.course.lessons[place + 1]
  if (next) return t('lesson.doneNext', { lesson: next.file.title[locale] })
  const others = progress.total - progress.done - (progress.completed.has(lesson.file.id) ? 0 : 1)
  return t(others === 0 && release.course.exam ? 'lesson.doneExam' : 'lesson.doneCourse')
}
