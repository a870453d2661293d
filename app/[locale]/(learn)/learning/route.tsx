import { documentPage } from '@/app/document'
import { OffersNotice } from '@/components/account/offers-notice'
import { DeadlineList } from '@/components/course/deadline-list'
import { MyRequests } from '@/components/course/my-requests'
import { href } from '@/components/shell/paths'
import { Ref } from '@/components/ui/ref'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { requireSession, runsSomething } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { myRequests } from '@/server/cohort/entry/my-requests'
import { type MyCourse as Course, type MyLearning, myLearning } from '@/server/course/my-learning'
import { countOffersToMe } from '@/server/institution/answer-offer'
import { dueOf } from '../../cohort-of'
import { Resume } from '../../resume'
import { MyCourse } from './my-course'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, caller }) => {
    const session = await requireSession(caller)
    const permit = await permitToReadAccount(caller)
    const now = new Date()
    const [{ courses, certificates, nextCourse, next }, requests, offers, staff] = await Promise.all([
      myLearning(caller, permit, now),
      myRequests(permit),
      countOffersToMe(permit, now),
      runsSomething(caller),
    ])
    const deadlines = allDeadlines(courses, locale, t, now)
    const certified = certificates.some((certificate) => certificateStatus(certificate) === 'valid')
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
          <OffersNotice count={offers} locale={locale} t={t} />
        </div>
        <div className="grid board">
          <div className="stack-l">
            <Resume next={next} certified={certified} locale={locale} t={t} now={now} />
            <section className="stack" aria-labelledby="courses">
              <h2 id="courses">{t('learning.courses')}</h2>
              {courses.length === 0 && (
                <div className="card stack">
                  <p>{t('learning.noCourses')}</p>
                  <p>
                    <a className="btn" href={href(locale, '/courses')}>
                      {t('learning.seeCourses')}
                    </a>
                  </p>
                </div>
              )}
              {courses.map((course) => (
                <MyCourse
                  key={course.release.id}
                  course={course}
                  resumed={next.kind === 'go-on' && next.course === course && !course.test}
                  nextCourse={nextCourse}
                  locale={locale}
                  t={t}
                  now={now}
                />
              ))}
            </section>
          </div>
          <div className="stack-l">
            {deadlines.length > 0 && <DeadlineList deadlines={deadlines} locale={locale} t={t} />}
            <MyRequests requests={requests} locale={locale} t={t} />
            <Certificates certificates={certificates} locale={locale} t={t} />
            <p>
              <a href={`${href(locale, '/account')}#data`}>{t('learning.myData')}</a>
            </p>
          </div>
        </div>
      </main>
    )
    return { title: t('learning.title'), main, staff, index: false }
  })
}

/** Of all her courses, the earliest first. */
function allDeadlines(courses: readonly Course[], locale: Locale, t: Translator, now: Date) {
  return courses
    .flatMap((course) => {
      const title = typeset(course.release.course.file.title[locale], locale)
      return dueOf(course, locale, t, now).map((due) => ({ ...due, course: title }))
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}

type CertificatesProps = { certificates: MyLearning['certificates']; locale: Locale; t: Translator }

function Certificates({ certificates, locale, t }: CertificatesProps) {
  return (
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
  )
}
