import { ChevronLeft, ChevronRight, Target } from 'lucide'
import { documentPage } from '@/app/document'
import { LessonOutline } from '@/components/course/lesson-outline'
import { ReviewState } from '@/components/course/review-state'
import { href } from '@/components/shell/paths'
import { FinishedHtml } from '@/components/ui/finished-html'
import { Icon } from '@/components/ui/icon'
import { ProgressBar } from '@/components/ui/progress-bar'
import { typeset } from '@/i18n/typography'
import { learnerCourse } from '@/server/course/learner-course'
import { lessonHtml } from './lesson-html'
import { openLesson } from './open-lesson'

type Context = { params: Promise<{ locale: string; course: string; lesson: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId, lesson: lessonId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const reader = await openLesson(await learnerCourse(courseId, new Date()), lessonId)
    const { release, learner, progress, lesson, place, previous, next, resumeAt } = reader
    const { file } = release.course
    const path = (id: string) => href(locale, `/courses/${courseId}/lessons/${id}`)
    const minutes = (count: number) => t('plural.minutes', { count })
    const body = await lessonHtml({ release, learner, lesson, locale, query, path: path(lessonId) })
    const position = t('lesson.position', { n: place + 1, total: progress.total })
    const doneLabel = next
      ? t('lesson.doneNext', { lesson: next.file.title[locale] })
      : t(progress.done >= progress.total - 1 ? 'lesson.doneExam' : 'lesson.doneCourse')
    const main = (
      <>
        <section className="progress" aria-label={position}>
          <div className="wrap">
            <span className="sm">
              <a className="crumb" href={href(locale, `/courses/${courseId}`)}>
                {file.title[locale]}
              </a>
              <span className="dot"> · </span>
              <span>{position}</span>
            </span>
            {progress.minutesLeft > 0 && (
              <span className="xs muted">{t('lesson.left', { minutes: minutes(progress.minutesLeft) })}</span>
            )}
            <ProgressBar
              label={t('course.progress', { done: progress.done, total: progress.total })}
              value={progress.done}
              max={progress.total}
            />
          </div>
        </section>
        <div className="wrap reader">
          <LessonOutline
            title={t('lesson.outline')}
            current={lessonId}
            doneLabel={t('lesson.completed')}
            items={release.course.lessons.map((item) => ({
              id: item.file.id,
              href: path(item.file.id),
              title: item.file.title[locale],
              minutes: minutes(item.file.minutes),
              done: progress.completed.has(item.file.id),
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
            <div className="stack-s">
              <h1>{typeset(lesson.file.title[locale], locale)}</h1>
              <p className="row sm muted">
                <span>{minutes(lesson.file.minutes)}</span>
                {lesson.file.sensitive && <span className="chip care">{t('lesson.sensitive')}</span>}
                <ReviewState lessons={[lesson]} locale={locale} t={t} />
              </p>
            </div>
            {resumeAt > 1 && !progress.completed.has(lessonId) && (
              <p className="sm">
                <a href={`#b${resumeAt}`}>{t('lesson.resumed')}</a>
              </p>
            )}
            <div className="note prose">
              <Icon node={Target} />
              <div>
                <p className="note-title">{t('lesson.objectives')}</p>
                <ul>
                  {lesson.file.objectives.map((objective) => (
                    <li key={objective[locale]}>{typeset(objective[locale], locale)}</li>
                  ))}
                </ul>
              </div>
            </div>
            <FinishedHtml className="prose lesson" html={body} />
            {!learner && (
              <p className="sm muted">
                <a href={`${href(locale, '/sign-in')}?next=${encodeURIComponent(path(lessonId))}`}>
                  {t('lesson.signInToKeep')}
                </a>
              </p>
            )}
          </main>
        </div>
        <nav className="endnav no-print" aria-label={t('lesson.outline')}>
          <div className="wrap">
            {previous ? (
              <a className="btn prev" href={path(previous.file.id)}>
                <Icon node={ChevronLeft} mirrored />
                <span>{t('lesson.previous')}</span>
              </a>
            ) : (
              <span />
            )}
            <form method="post" action={`${path(lessonId)}/done`}>
              <button type="submit" className="btn primary">
                <span className="long">{doneLabel}</span>
                <span className="short">{t('lesson.doneShort')}</span>
                <Icon node={ChevronRight} mirrored />
              </button>
            </form>
          </div>
        </nav>
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
