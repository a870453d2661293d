import { documentPage } from '@/app/document'
import { LessonEnd } from '@/components/course/lesson-end'
import { LessonIntro } from '@/components/course/lesson-intro'
import { LessonOutline } from '@/components/course/lesson-outline'
import { LessonPosition } from '@/components/course/lesson-position'
import { href } from '@/components/shell/paths'
import { FinishedHtml } from '@/components/ui/finished-html'
import { typeset } from '@/i18n/typography'
import { readableCourse } from '@/server/course/learner-course'
import { lessonHtml } from './lesson-html'
import { openLesson } from './open-lesson'

type Context = { params: Promise<{ locale: string; course: string; lesson: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId, lesson: lessonId } = await params
  return documentPage(request, language, async ({ locale, t, query, caller }) => {
    const reader = await openLesson(caller, await readableCourse(caller, courseId, new Date()), lessonId)
    const { release, learner, progress, lesson, place, previous, next, resumeAt } = reader
    const course = href(locale, `/courses/${courseId}`)
    const path = (id: string) => `${course}/lessons/${id}`
    const body = await lessonHtml({ caller, release, learner, lesson, locale, query, path: path(lessonId) })
    const others = progress.total - progress.done - (progress.completed.has(lessonId) ? 0 : 1)
    const doneLabel = next
      ? t('lesson.doneNext', { lesson: next.file.title[locale] })
      : t(others === 0 && release.course.exam ? 'lesson.doneExam' : 'lesson.doneCourse')
    const main = (
      <>
        <LessonPosition
          course={{ href: course, title: release.course.file.title[locale] }}
          position={t('lesson.position', { n: place + 1, total: progress.total })}
          progress={progress}
          minutesLeft={reader.minutesLeft}
          locale={locale}
          t={t}
        />
        <div className="wrap reader">
          <LessonOutline
            title={t('lesson.outline')}
            current={lessonId}
            doneLabel={t('lesson.completed')}
            items={release.course.lessons.map(({ file }) => ({
              id: file.id,
              href: path(file.id),
              title: typeset(file.title[locale], locale),
              minutes: t('plural.minutes', { count: file.minutes }),
              done: progress.completed.has(file.id),
            }))}
          />
          <main
            id="main"
            className="stack"
            data-course={courseId}
            data-lesson={lessonId}
            data-track={learner ? '' : undefined}
            data-not-sent={t('practice.notSent')}
          >
            <LessonIntro
              lesson={lesson}
              resumeAt={progress.completed.has(lessonId) ? 0 : resumeAt}
              locale={locale}
              t={t}
            />
            <FinishedHtml className="prose lesson" html={body} />
            {!learner && release.course.file.access !== 'public' && (
              <p className="sm muted no-print">
                <a href={`${href(locale, '/sign-in')}?next=${encodeURIComponent(path(lessonId))}`}>
                  {t('lesson.signInToKeep')}
                </a>
              </p>
            )}
          </main>
        </div>
        <LessonEnd
          previous={previous ? path(previous.file.id) : null}
          done={{ action: `${path(lessonId)}/done`, label: doneLabel }}
          t={t}
        />
      </>
    )
    return {
      title: typeset(lesson.file.title[locale], locale),
      description: typeset(lesson.file.summary[locale], locale),
      main,
      script: 'lesson.js',
    }
  })
}
