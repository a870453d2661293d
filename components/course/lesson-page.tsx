import type { ReactNode } from 'react'
import type { Lesson } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href, reportHref } from '../shell/paths'
import { FinishedHtml } from '../ui/finished-html'
import { LESSON_KEYS, ReadingPanel } from '../ui/reading-panel'
import { afterLesson, openExam } from './after-lesson'
import type { CourseReading } from './course-reading'
import { CourseSearch } from './course-search'
import { KeepAnswers } from './keep-answers'
import { END_MARK } from './lesson-body'
import { type LessonCompletion, LessonEnd } from './lesson-end'
import { LessonIntro } from './lesson-intro'
import { LessonOutline } from './lesson-outline'
import { LessonPosition } from './lesson-position'
import { listenTexts } from './listen/listen-texts'
import { BOOKMARK_FORM } from './section-tools'

type Props = {
  course: CourseReading
  lesson: Lesson
  /** The position of the lesson in the course, from 0. */
  place: number
  /** Block where she stopped. */
  resumeAt: number
  /** The text with its questions, rendered. */
  body: string
  completion: LessonCompletion | null
  /** What was corrected in the lesson after she had read it. */
  corrected: ReactNode
  /** The invented files to practise the lesson with. */
  practice: ReactNode
  /** Her notes and bookmarks are stored, even if she is not enrolled. */
  signedIn: boolean
  /** Her cohort has a tutor whom she can ask. */
  askable: boolean
  /** The address of the script that reads aloud, which is loaded only if the device has a voice. */
  listener: string
  today: Date
  locale: Locale
  t: Translator
}

/** A lesson beside its outline. */
export function LessonPage(props: Props) {
  const { course, place, locale, t } = props
  const { release, progress } = course
  const path = pathIn(props)
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
          search={<CourseSearch path={href(locale, `/courses/${release.courseId}`)} t={t} />}
          items={release.course.lessons.map(({ file }) => ({
            id: file.id,
            href: path(file.id),
            title: typeset(file.title[locale], locale),
            minutes: t('plural.minutes', { count: file.minutes }),
            done: progress.completed.has(file.id),
          }))}
          exam={openExam(props)}
        />
        <Text {...props} />
      </div>
    </>
  )
}

function pathIn({ course: { release }, locale }: Props) {
  return (lesson: string) => href(locale, `/courses/${release.courseId}/lessons/${lesson}`)
}

function Text(props: Props) {
  const { course, lesson, resumeAt, body, completion, practice, signedIn, listener, today, locale, t } = props
  const { release, learner, progress } = course
  const { id } = lesson.file
  const path = pathIn(props)
  const previous = release.course.lessons[props.place - 1]
  const [text = '', cited = ''] = body.split(END_MARK)
  return (
    <main
      id="main"
      className="stack"
      data-course={release.courseId}
      data-lesson={id}
      data-track={learner ? '' : undefined}
      data-not-sent={t('practice.notSent')}
      data-listen={listenTexts(t)}
      data-listener={listener}
    >
      <LessonIntro
        lesson={lesson}
        resumeAt={progress.completed.has(id) ? 0 : resumeAt}
        lawDate={release.course.file.lawDate}
        today={today}
        bySteps={`${path(id)}?view=steps`}
        locale={locale}
        t={t}
      />
      {props.corrected}
      <form id={BOOKMARK_FORM} method="post" action={`${path(id)}/bookmark`} />
      <ReadingPanel keys={signedIn ? LESSON_KEYS : LESSON_KEYS.filter((key) => key !== 'notes')} t={t} />
      <FinishedHtml className="prose lesson" html={text} />
      {signedIn && (
        <p className="sm no-print">
          <a href={href(locale, '/learning/notes')} data-key="m">
            {t('notes.title')}
          </a>
        </p>
      )}
      {practice}
      <LessonEnd
        path={path(id)}
        completion={completion}
        previous={previous ? path(previous.file.id) : null}
        next={afterLesson(props)}
        ask={props.askable ? `${path(id)}/ask` : null}
        report={reportHref(locale, `/courses/${release.courseId}/lessons/${id}`)}
        t={t}
      />
      <KeepAnswers
        enrolled={learner !== null}
        isPublic={release.course.file.access === 'public'}
        signedIn={signedIn}
        here={path(id)}
        locale={locale}
        t={t}
      />
      <FinishedHtml className="prose lesson" html={cited} />
    </main>
  )
}
