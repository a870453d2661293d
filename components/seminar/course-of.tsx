import { TEST_FORMS, type TestForm } from '@/domain/cohort/test-availability'
import type { Locale, Localized } from '@/domain/locale'
import type { SeminarTestAvailability } from '@/domain/seminar/tests'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

export type CourseOfSeminar = {
  courseId: string
  title: Localized
  /** The cohort in which the reader takes the tests of the course; null if there is none. */
  cohortId: string | null
  /** The seminar has tests of its own. */
  tested: boolean
  /** The availability of the seminar's tests for her; null if she is not registered. */
  own: Readonly<Record<TestForm, SeminarTestAvailability>> | null
}
type Props = { seminarId: string; course: CourseOfSeminar; locale: Locale; t: Translator }

/** The course of the seminar, and the links to the tests before and after it for those who take them. */
export function CourseOf({ seminarId, course, locale, t }: Props) {
  const { courseId, title, cohortId, tested, own } = course
  const named = { course: typeset(title[locale], locale) }
  const links = [
    { address: `/courses/${courseId}`, label: t('seminar.tests.course', named) },
    ...TEST_FORMS.flatMap((form) =>
      cohortId === null
        ? []
        : [{ address: `/learning/tests/${cohortId}/${courseId}/${form}`, label: t(`seminar.tests.${form}`, named) }],
    ),
  ]
  return (
    <section className="card stack-s" aria-labelledby="tests">
      <h2 id="tests">{t('seminar.tests.title')}</h2>
      <ul className="plain stack-s">
        {links.map(({ address, label }) => (
          <li key={address}>
            <a href={href(locale, address)}>{label}</a>
          </li>
        ))}
        {own &&
          TEST_FORMS.map((form) => (
            <li key={form}>
              <OwnTest
                form={form}
                state={own[form]}
                path={href(locale, `/seminars/${seminarId}/tests/${form}`)}
                {...{ locale, t }}
              />
            </li>
          ))}
      </ul>
      {tested && !own && <p className="sm">{t('seminarTests.offer')}</p>}
    </section>
  )
}

type OwnProps = { form: TestForm; state: SeminarTestAvailability; path: string; locale: Locale; t: Translator }

function OwnTest({ form, state, path, locale, t }: OwnProps) {
  if (state.status === 'closed')
    return (
      <p className="sm">
        {t(`tests.titles.${form}`)} · <span className="muted">{t(`seminarTests.closed.${state.why}`)}</span>
      </p>
    )
  if (state.status === 'open')
    return (
      <a className="btn primary" href={path}>
        {t(`seminarTests.take.${form}`)}
      </a>
    )
  return (
    <p>
      <a href={path}>{t(`tests.titles.${form}`)}</a>{' '}
      <span className="sm muted">{t('tests.handedIn', { date: formatDate(state.at, locale) })}</span>
    </p>
  )
}
