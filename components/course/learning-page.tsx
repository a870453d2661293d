import type { ReactNode } from 'react'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { Ref } from '../ui/ref'
import { dueOf } from './cohort-of'
import type { MyCourseReading, Release } from './course-reading'
import { DeadlineList } from './deadline-list'
import { MyCourse } from './my-course'
import { type MyRequest, MyRequests } from './my-requests'
import { NextCourse } from './next-course'
import { type RecallOffer, RecallOffers } from './recall-offers'
import { type NextStep, Resume } from './resume'
import { WeakList, type Weakness } from './weak-list'

type Texts = { locale: Locale; t: Translator }
type Certificate = {
  id: string
  number: string
  revokedAt: Date | null
  supersededBy: string | null
  updates: readonly { lawDate: string }[]
}
type Props = Texts & {
  person: { nameArabic: string; nameLatin: string; confirmed: boolean }
  courses: readonly MyCourseReading[]
  /** The first course that she has not begun; null if there is none. */
  nextCourse: Release | null
  next: NextStep
  certificates: readonly Certificate[]
  /** The objectives that she should practise, from her last exams. */
  weak: readonly Weakness[]
  /** The recall tests that she can take now. */
  recalls: readonly RecallOffer[]
  /** The surveys that wait for her. */
  surveys: ReactNode
  requests: readonly MyRequest[]
  /** The questions that she is asked again, and the courses for which she can turn that on. */
  review: ReactNode
  /** The recent announcements to her. */
  announcements: ReactNode
  /** The practice on invented files that she has begun or finished. */
  practice: ReactNode
  /** Her upcoming seminars. */
  seminars: ReactNode
  /** Notices, such as role offers and corrections, shown above everything else. */
  notice: ReactNode
  now: Date
}

/** A learner's courses, deadlines, requests and certificates, and what she does next. */
export function LearningPage(props: Props) {
  const {
    courses,
    next,
    certificates,
    weak,
    recalls,
    surveys,
    requests,
    review,
    announcements,
    practice,
    seminars,
    locale,
    t,
    now,
  } = props
  const deadlines = allDeadlines(courses, locale, t, now)
  const certified = certificates.some((certificate) => certificateStatus(certificate) === 'valid')
  return (
    <main id="main" className="wrap page stack-l">
      <Head {...props} />
      <div className="grid board">
        <div className="stack-l">
          <Resume next={next} certified={certified} locale={locale} t={t} now={now} />
          {announcements}
          {review}
          <WeakList weak={weak} courses={courses} locale={locale} t={t} />
          <Courses {...props} />
        </div>
        <div className="stack-l">
          {deadlines.length > 0 && <DeadlineList deadlines={deadlines} locale={locale} t={t} />}
          {seminars}
          {practice}
          <RecallOffers offers={recalls} locale={locale} t={t} />
          {surveys}
          <MyRequests requests={requests} locale={locale} t={t} />
          <Certificates certificates={certificates} locale={locale} t={t} />
          <Tools locale={locale} t={t} />
        </div>
      </div>
    </main>
  )
}

function Tools({ locale, t }: Pick<Props, 'locale' | 't'>) {
  const tools = [
    [href(locale, '/learning/notes'), t('notes.title')],
    [href(locale, '/learning/messages'), t('messages.title')],
    [href(locale, '/learning/provisions'), t('learning.provisions.link')],
    [href(locale, '/learning/reminders'), t('reminders.title')],
    [`${href(locale, '/account')}#data`, t('learning.myData')],
  ]
  return (
    <nav className="stack" aria-labelledby="tools">
      <h2 id="tools">{t('learning.tools')}</h2>
      <ul className="plain stack-s">
        {tools.map(([address, label]) => (
          <li key={address}>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Head({ person, notice, locale, t }: Props) {
  return (
    <div className="stack">
      <h1>{t('learning.title')}</h1>
      <p className="lead">
        {t.rich('learning.hello', {
          name: () => <NameIn key="name" names={person} locale={locale} />,
        })}
      </p>
      {!person.confirmed && <p className="note warn">{t('learning.confirmFirst')}</p>}
      {notice}
    </div>
  )
}

function Courses({ courses, next, nextCourse, locale, t, now }: Props) {
  // If the next step of the page is already to begin a course, no course is suggested here again.
  const suggested = next.kind !== 'begin' && courses.some(({ learner }) => learner.certificate !== null)
  return (
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
          locale={locale}
          t={t}
          now={now}
        />
      ))}
      {suggested && nextCourse && <NextCourse release={nextCourse} locale={locale} t={t} />}
    </section>
  )
}

/** The deadlines of all her courses, the earliest first. */
function allDeadlines(courses: readonly MyCourseReading[], locale: Locale, t: Translator, now: Date) {
  return courses
    .flatMap((course) => {
      const title = typeset(course.release.course.file.title[locale], locale)
      return dueOf(course, locale, t, now).map((due) => ({ ...due, course: title }))
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}

function Certificates({ certificates, locale, t }: Texts & { certificates: readonly Certificate[] }) {
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
            <UpdatedTo updates={certificate.updates} locale={locale} t={t} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The date of the last law update of a certificate. Renders nothing if there was none. */
function UpdatedTo({ updates, locale, t }: Texts & Pick<Certificate, 'updates'>) {
  const last = updates.at(-1)
  if (!last) return null
  return (
    <span className="sm muted">
      {t('certificate.updated')} {formatDate(new Date(last.lawDate), locale)}
    </span>
  )
}
