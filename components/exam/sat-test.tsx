import type { ReactNode } from 'react'
import type { PlaceState } from '@/domain/exam/question-places'
import { openPlaces } from '@/domain/exam/question-places'
import type { Locale } from '@/domain/locale'
import { formatDate, formatNumber, type Translator } from '@/i18n/translator'
import { TestHandIn } from './test-hand-in'

type Way = { href: string; label: string }
export type SatTestProps = {
  title: string
  /** The subject of the test. */
  about: ReactNode
  back: Way
  /** `closed`: a sentence that says why it is closed. */
  state: { status: 'open' } | { status: 'handed-in'; at: Date } | { status: 'closed'; closed: string }
  /** What she reads before she begins. */
  how: readonly string[]
  /** Why the right answers are not shown afterwards. */
  noKey: string
  /** Where she goes on once it is handed in. */
  next: Way
  /** The state of each question; null before she begins. */
  places: readonly PlaceState[] | null
  /** What she scored; null before she has handed it in. */
  score: { earned: number; possible: number } | null
  /** Address of the test. */
  path: string
  locale: Locale
  t: Translator
}

/** A test that a person takes once: what it is, and how far she is with it. */
export function SatTest(props: SatTestProps) {
  const { title, about, back } = props
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack">
        <p className="sm">
          <a href={back.href}>{back.label}</a>
        </p>
        <h1>{title}</h1>
        <p className="lead">{about}</p>
      </div>
      <State {...props} />
    </main>
  )
}

function State(props: SatTestProps) {
  const { state, places, path, t } = props
  if (state.status === 'handed-in') return <HandedIn {...props} at={state.at} />
  if (state.status === 'closed') return <p className="note">{state.closed}</p>
  if (!places) return <Offer {...props} />
  const { missing, incomplete } = openPlaces(places)
  return <TestHandIn path={path} missing={missing} incomplete={incomplete} t={t} />
}

function Offer({ how, path, t }: SatTestProps) {
  return (
    <>
      <ul>
        {how.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <form method="post" action={path}>
        <button type="submit" name="act" value="start" className="btn primary">
          {t('tests.start')}
        </button>
      </form>
    </>
  )
}

function HandedIn({ score, at, noKey, next, locale, t }: SatTestProps & { at: Date }) {
  return (
    <div className="note stack">
      <p>{t('tests.handedIn', { date: formatDate(at, locale) })}</p>
      {score && (
        <p>
          <strong>{t('tests.score', { score: formatNumber(score.earned, locale), possible: score.possible })}</strong>
        </p>
      )}
      <p className="sm">{noKey}</p>
      <p>
        <a href={next.href}>{next.label}</a>
      </p>
    </div>
  )
}
