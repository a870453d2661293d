import { documentPage } from '@/app/document'
import { CertificateConditions } from '@/components/course/certificate-conditions'
import { CohortDays } from '@/components/course/cohort-days'
import { CourseOutline } from '@/components/course/course-outline'
import { PrimaryAction } from '@/components/course/primary-action'
import { href } from '@/components/shell/paths'
import { ProgressBar } from '@/components/ui/progress-bar'
import { ReviewState } from '@/components/ui/review-state'
import { Text } from '@/components/ui/text'
import { reviewedParts } from '@/domain/course/reviewed'
import { formatDuration } from '@/i18n/duration'
import { typeset } from '@/i18n/typography'
import { learnerCourse } from '@/server/course/learner-course'
import { mayTakePart } from '@/server/course/may-take-part'
import { cohortOf } from '../../../cohort-of'
import { courseAction } from '../../../course-action'
import { courseFacts } from '../../../course-facts'

type Context = { params: Promise<{ locale: string; course: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId } = await params
  return documentPage(request, language, async ({ locale, t, caller }) => {
    const now = new Date()
    const reader = await learnerCourse(caller, courseId, now)
    const { release, learner, progress, standing } = reader
    const { file, lessons } = release.course
    const facts = courseFacts(release, locale, t)
    const takesPart = await mayTakePart(caller, reader)
    const closed = file.access === 'closed' && !(learner && takesPart)
    const action = courseAction(reader, locale, t, takesPart)
    const path = href(locale, `/courses/${courseId}`)
    const mine = cohortOf(reader, locale, t, now)
    const progressLine = t('course.progress', { done: progress.done, total: progress.total })
    const main = (
      <main id="main" className="wrap page stack-l">
        <div className="stack">
          <p className="sm">
            <a href={href(locale, '/courses')}>{t('nav.courses')}</a>
          </p>
          <h1>{facts.title}</h1>
          <p className="lead prose">{facts.summary}</p>
          <ul className="facts sm muted">
            <li>{facts.length}</li>
            <li>{facts.languages}</li>
            <li>{facts.lawAsOf}</li>
            {facts.access && <li>{facts.access}</li>}
            <li>{t('course.release', { n: release.number })}</li>
          </ul>
          {learner && (
            <div className="narrow stack-s">
              <p className="row between sm">
                <span>{progressLine}</span>
                {reader.minutesLeft > 0 && (
                  <span className="muted">
                    {t('course.minutesLeft', { minutes: formatDuration(reader.minutesLeft, locale) })}
                  </span>
                )}
              </p>
              <ProgressBar label={progressLine} value={progress.done} max={progress.total} />
            </div>
          )}
          {mine && <CohortDays {...mine} locale={locale} t={t} />}
          <PrimaryAction action={action} />
        </div>

        <div className="grid two">
          <div className="stack-l">
            <CourseOutline
              title={t('course.outline')}
              doneLabel={t('lesson.completed')}
              lessons={lessons.map((lesson) => ({
                id: lesson.file.id,
                href: closed ? null : `${path}/lessons/${lesson.file.id}`,
                title: typeset(lesson.file.title[locale], locale),
                minutes: t('plural.minutes', { count: lesson.file.minutes }),
                done: progress.completed.has(lesson.file.id),
              }))}
              exam={
                facts.exam && {
                  // Only who takes part may open it, and who has sat it see how it went.
                  href: learner && (takesPart || learner.attempts.length > 0) ? `${path}/exam` : null,
                  title: t('course.finalExam'),
                  minutes: facts.exam.questions,
                  done: standing.status === 'passed',
                }
              }
            />
            <section className="stack prose" aria-labelledby="audience">
              <h2 id="audience">{t('course.audience')}</h2>
              <p>{typeset(file.audience[locale], locale)}</p>
              <h2>{t('course.sources')}</h2>
              <p className="sm">
                <Text locale={locale}>{typeset(file.credits[locale], locale)}</Text>
              </p>
              <p>
                <ReviewState parts={reviewedParts(release.course)} locale={locale} t={t} />
              </p>
            </section>
          </div>
          <div className="stack-l">
            {facts.exam && (
              <CertificateConditions
                title={t('course.certificateTakes')}
                rule={`${facts.exam.attempts}. ${t('course.ownRule')}`}
                texts={{ done: t('course.done'), notDone: t('course.notDone') }}
                items={[
                  {
                    text: t('course.conditionLessons', { done: progress.done, total: progress.total }),
                    done: progress.lessonsDone,
                  },
                  { text: facts.exam.condition, done: standing.status === 'passed' },
                ]}
              />
            )}
            <section className="stack" aria-labelledby="objectives">
              <h2 id="objectives">{t('course.objectives')}</h2>
              <ul>
                {facts.objectives.map((objective) => (
                  <li key={objective}>
                    <Text>{objective}</Text>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </div>
      </main>
    )
    return { title: facts.title, description: facts.summary, main }
  })
}
