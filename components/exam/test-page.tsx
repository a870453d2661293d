import type { SittingForm, TestAvailability } from '@/domain/cohort/test-availability'
import type { PlaceState } from '@/domain/exam/question-places'
import { openPlaces } from '@/domain/exam/question-places'
import type { Locale, Localized } from '@/domain/locale'
import { formatDate, formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { TestHandIn } from './test-hand-in'

type Props = {
  form: SittingForm
  cohort: { name: string; courseId: string }
  /** Title of the course. */
  course: Localized
  availability: TestAvailability
  /** How many questions it has. */
  questions: number
  /** How far each question is answered; null before she begins. */
  places: readonly PlaceState[] | null
  /** What she scored; null before she has handed it in. */
  score: { earned: number; possible: number } | null
  /** Address of the test. */
  path: string
  locale: Locale
  t: Translator
}

/** A test of a cohort, before or after its course or long after: what it is, and how far she is with it. */
export function TestPage(props: Props) {
  const { form, cohort, course, locale, t } = props
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack">
        <p className="sm">
          <a href={href(locale, '/learning')}>{t('learning.title')}</a>
        </p>
        <h1>{t(`tests.titles.${form}`)}</h1>
        <p className="lead">
          {course[locale]} · <Name>{cohort.name}</Name>
        </p>
      </div>
      <State {...props} />
    </main>
  )
}

function State(props: Props) {
  const { availability, places, path, t } = props
  if (availability.status === 'handed-in') return <HandedIn {...props} at={availability.at} />
  if (availability.status === 'closed') return <p className="note">{t(`tests.closed.${availability.why}`)}</p>
  if (!places) return <Offer {...props} />
  const { missing, incomplete } = openPlaces(places)
  return <TestHandIn path={path} missing={missing} incomplete={incomplete} t={t} />
}

function Offer({ form, questions, path, t }: Props) {
  return (
    <>
      <ul>
        <li>{t('tests.how.length', { questions: t('plural.questions', { count: questions }) })}</li>
        <li>{t(`tests.how.${form}`)}</li>
        <li>{t('tests.how.once')}</li>
        <li>{t('tests.how.wall')}</li>
      </ul>
      <form method="post" action={path}>
        <button type="submit" name="act" value="start" className="btn primary">
          {t('tests.start')}
        </button>
      </form>
    </>
  )
}

function HandedIn({ form, cohort, score, at, locale, t }: Props & { at: Date }) {
  return (
    <div className="note stack">
      <p>{t('tests.handedIn', { date: formatDate(at, locale) })}</p>
      {score && (
        <p>
          <strong>{t('tests.score', { score: formatNumber(score.earned, locale), possible: score.possible })}</strong>
        </p>
      )}
      <p className="sm">{t(form === 'before' || form === 'after' ? 'tests.noKey' : 'tests.noKeyRecall')}</p>
      <p>
        <a href={href(locale, `/courses/${cohort.courseId}`)}>{t('tests.toCourse')}</a>
      </p>
    </div>
  )
}
