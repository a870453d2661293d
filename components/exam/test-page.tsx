import type { SittingForm, TestAvailability } from '@/domain/cohort/test-availability'
import type { Localized } from '@/domain/locale'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { SatTest, type SatTestProps } from './sat-test'

type Props = Pick<SatTestProps, 'places' | 'score' | 'path' | 'locale' | 't'> & {
  form: SittingForm
  cohort: { name: string; courseId: string }
  /** Title of the course. */
  course: Localized
  availability: TestAvailability
  /** How many questions it has. */
  questions: number
}

/** A test of a cohort: before or after its course, or a recall test. */
export function TestPage({ form, cohort, course, availability, questions, ...own }: Props) {
  const { locale, t } = own
  const isPair = form === 'before' || form === 'after'
  const how = [
    t('tests.how.length', { questions: t('plural.questions', { count: questions }) }),
    ...([form, 'once', 'wall'] as const).map((key) => t(`tests.how.${key}`)),
  ]
  return (
    <SatTest
      {...own}
      title={t(`tests.titles.${form}`)}
      about={
        <>
          {course[locale]} · <Name>{cohort.name}</Name>
        </>
      }
      back={{ href: href(locale, '/learning'), label: t('learning.title') }}
      state={
        availability.status === 'closed'
          ? { status: 'closed', closed: t(`tests.closed.${availability.why}`) }
          : availability
      }
      how={how}
      noKey={t(isPair ? 'tests.noKey' : 'tests.noKeyRecall')}
      next={{ href: href(locale, `/courses/${cohort.courseId}`), label: t('tests.toCourse') }}
    />
  )
}
