import type { ReactNode } from 'react'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import { formatDate, formatWeekday, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Ref } from '../ui/ref'
import { CourseBox, type CourseStanding } from './course-box'
import type { MyCourseReading, Release } from './course-reading'
import { DateList, type OwnDate } from './date-list'
import { type MyRequest, MyRequests } from './my-requests'
import { NextCourse } from './next-course'
import { StudyWeek, type TodayEntry, TodayList, todayTitle } from './today-list'

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
  /** What she can do today, the first thing first. */
  entries: readonly TodayEntry[]
  /** The dates that bind her later. */
  dates: readonly OwnDate[]
  week: readonly { day: string; studied: boolean }[]
  today: Day
  courses: readonly (MyCourseReading & { standing: CourseStanding })[]
  /** The course with which the list of today goes on; null if it is another thing. */
  resumed: string | null
  /** A course that she has not begun, suggested once she has a certificate. */
  suggested: Release | null
  certificates: readonly Certificate[]
  requests: readonly MyRequest[]
  /** The courses for which she can turn the review on. */
  offers: ReactNode
  /** The recent announcements to her. */
  announcements: ReactNode
  /** Notices, such as role offers and corrections, shown above everything else. */
  notice: ReactNode
  /** She has asked for reviews, so that their settings are one of her tools. */
  reviews: boolean
  now: Date
}

/** What a learner can do today, and how far she is in her courses. */
export function LearningPage(props: Props) {
  const { entries, dates, announcements, requests, certificates, offers, locale, t } = props
  return (
    <main id="main" className="wrap page stack-l">
      <Head {...props} />
      <div className="two learn">
        <div className="stack-l">
          <section className="stack" aria-labelledby="today">
            <h2 id="today" className="sr">
              {t('learning.today.lead')}
            </h2>
            <TodayList entries={entries} locale={locale} t={t} />
            <DateList dates={dates} locale={locale} t={t} />
          </section>
          {announcements}
        </div>
        <Courses {...props} />
        <div className="stack-l">
          {offers}
          <MyRequests requests={requests} locale={locale} t={t} />
          <Certificates certificates={certificates} locale={locale} t={t} />
        </div>
      </div>
      <Tools {...props} />
    </main>
  )
}

function Tools({ reviews, locale, t }: Pick<Props, 'reviews' | 'locale' | 't'>) {
  const tools = [
    [href(locale, '/learning/notes'), t('notes.title')],
    [href(locale, '/learning/messages'), t('messages.title')],
    [href(locale, '/learning/provisions'), t('learning.provisions.title')],
    ...(reviews ? [[href(locale, '/learning/review/settings'), t('review.settings')]] : []),
    [href(locale, '/learning/reminders'), t('reminders.title')],
    [`${href(locale, '/account')}#data`, t('learning.myData')],
  ]
  return (
    <nav className="own-tools" aria-label={t('learning.tools')}>
      {tools.map(([address, label]) => (
        <a key={address} href={address}>
          {label}
        </a>
      ))}
    </nav>
  )
}

function Head({ person, notice, entries, week, today, locale, t }: Props) {
  return (
    <div className="stack">
      <div className="today-head">
        <h1>
          <small>{formatWeekday(new Date(today), locale)}</small> {todayTitle(entries, locale, t)}
        </h1>
        <StudyWeek week={week} today={today} locale={locale} t={t} />
      </div>
      {!person.confirmed && <p className="note warn">{t('learning.confirmFirst')}</p>}
      {notice}
    </div>
  )
}

function Courses({ courses, resumed, suggested, locale, t, now }: Props) {
  return (
    <section className="stack" aria-labelledby="courses">
      <h2 id="courses">{t('learning.today.goals')}</h2>
      {courses.map(({ standing, ...course }) => (
        <CourseBox
          key={course.release.id}
          course={course}
          standing={standing}
          resumed={course.release.courseId === resumed}
          locale={locale}
          t={t}
          now={now}
        />
      ))}
      {courses.length === 0 ? (
        <p>{t('learning.noCourses')}</p>
      ) : (
        <p className="sm muted">{t('learning.today.private')}</p>
      )}
      {suggested && <NextCourse release={suggested} locale={locale} t={t} />}
      <p>
        <a href={href(locale, '/courses')}>{t('learning.seeCourses')}</a>
      </p>
    </section>
  )
}

function Certificates({ certificates, locale, t }: Texts & { certificates: readonly Certificate[] }) {
  return (
    <section className="stack" aria-labelledby="certificates">
      <h2 id="certificates">{t('learning.certificates')}</h2>
      {certificates.length === 0 && <p className="muted">{t('learning.today.certificatesLater')}</p>}
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
