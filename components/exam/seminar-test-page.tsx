import type { TestForm } from '@/domain/cohort/test-availability'
import type { Localized } from '@/domain/locale'
import type { SeminarTestAvailability } from '@/domain/seminar/tests'
import { shownIn, type Texts } from '@/domain/text/texts'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { SatTest, type SatTestProps } from './sat-test'

type Props = Pick<SatTestProps, 'places' | 'score' | 'path' | 'locale' | 't'> & {
  form: TestForm
  seminar: { id: string; titles: Texts }
  /** Title of the course that the seminar names. */
  course: Localized
  availability: SeminarTestAvailability
  questions: number
}

/** The test before or after a seminar. */
export function SeminarTestPage({ form, seminar, course, availability, questions, ...own }: Props) {
  const { locale, t } = own
  const title = shownIn(seminar.titles, locale)
  const back = { href: href(locale, `/seminars/${seminar.id}`), label: t('seminar.backOne') }
  return (
    <SatTest
      {...own}
      title={t(`tests.titles.${form}`)}
      about={
        <>
          <bdi lang={title?.locale}>{title?.value}</bdi> · {typeset(course[locale], locale)}
        </>
      }
      back={back}
      state={
        availability.status === 'closed'
          ? { status: 'closed', closed: t(`seminarTests.closed.${availability.why}`) }
          : availability
      }
      how={[
        t('tests.how.length', { questions: t('plural.questions', { count: questions }) }),
        form === 'before' ? t('seminarTests.how.before') : t('tests.how.after'),
        t('tests.how.once'),
        t('seminarTests.how.wall'),
      ]}
      noKey={t('tests.noKey')}
      next={back}
    />
  )
}
