import { documentPage } from '@/app/document'
import { CohortDays } from '@/components/course/cohort-days'
import { MyRequests } from '@/components/course/my-requests'
import { PrimaryAction } from '@/components/course/primary-action'
import { AttemptList } from '@/components/exam/attempt-list'
import { href } from '@/components/shell/paths'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Ref } from '@/components/ui/ref'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import { AppError } from '@/domain/errors'
import { formatDuration } from '@/i18n/duration'
import { requirePermission } from '@/server/auth/permit'
import { currentSession, runsSomething } from '@/server/auth/session'
import { myRequests } from '@/server/cohort/entry/my-requests'
import { mayTakePart } from '@/server/course/may-take-part'
import { myCourses } from '@/server/course/my-courses'
import { cohortOf } from '../../cohort-of'
import { courseAction } from '../../course-action'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => {
    const session = await currentSession()
    if (!session) throw new AppError('sign-in-required', 'my learning')
    const permit = await requirePermission('account:read', { accountId: session.accountId })
    const [{ courses, certificates }, requests] = await Promise.all([myCourses(permit, new Date()), myRequests(permit)])
    const takesPart = await Promise.all(courses.map(mayTakePart))
    const main = (
      <main id="main" className="wrap page stack-l">
        <div className="stack">
          <h1>{t('learning.title')}</h1>
          <p className="lead">
            {t.rich('learning.hello', {
              name: () => <bdi key="name">{locale === 'ar' ? session.nameArabic : session.nameLatin}</bdi>,
            })}
          </p>
          {!session.confirmed && <p className="note warn">{t('learning.confirmFirst')}</p>}
        </div>
        <section className="stack" aria-labelledby="courses">
          <h2 id="courses">{t('learning.courses')}</h2>
          {courses.length === 0 && (
            <div className="card stack">
              <p>{t('learning.noCourses')}</p>
              <p>
                <a className="btn primary" href={href(locale, '/courses')}>
                  {t('learning.seeCourses')}
                </a>
              </p>
            </div>
          )}
          <div className="grid courses">
            {courses.map((course, place) => {
              const { release, learner, progress } = course
              const path = href(locale, `/courses/${release.courseId}`)
              const mine = cohortOf(course, locale, t)
              const line = t('course.progress', { done: progress.done, total: progress.total })
              return (
                <article key={release.id} className="card stack">
                  <h3>
                    <a href={path}>{release.course.file.title[locale]}</a>
                  </h3>
                  <p className="row between sm">
                    <span>{line}</span>
                    {course.minutesLeft > 0 && (
                      <span className="muted">
                        {t('course.minutesLeft', { minutes: formatDuration(course.minutesLeft, locale) })}
                      </span>
                    )}
                  </p>
                  <ProgressBar label={line} value={progress.done} max={progress.total} />
                  {mine && <CohortDays {...mine} locale={locale} t={t} />}
                  <PrimaryAction action={courseAction(course, locale, t, takesPart[place] ?? false)} />
                  {learner.attempts.length > 0 && (
                    <div className="stack-s">
                      <h4>{t('learning.attempts')}</h4>
                      <AttemptList
                        attempts={learner.attempts}
                        locale={locale}
                        t={t}
                        resultPath={`${path}/exam/result`}
                      />
                    </div>
                  )}
                </article>
              )
            })}
          </div>
        </section>
        <MyRequests requests={requests} locale={locale} t={t} />
        <section className="stack" aria-labelledby="certificates">
          <h2 id="certificates">{t('learning.certificates')}</h2>
          {certificates.length === 0 && <p className="muted">{t('learning.noCertificates')}</p>}
          <ul className="plain stack">
            {certificates.map((certificate) => (
              <li key={certificate.id} className="row">
                <a href={href(locale, '/certificates')}>
                  <Ref>{formatCertificateNumber(certificate.number)}</Ref>
                </a>
                <span className="chip">{t(`certificate.${certificateStatus(certificate)}`)}</span>
              </li>
            ))}
          </ul>
        </section>
        <p>
          <a href={`${href(locale, '/account')}#data`}>{t('learning.myData')}</a>
        </p>
      </main>
    )
    return { title: t('learning.title'), main, staff: await runsSomething() }
  })
}
