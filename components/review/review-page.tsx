import type { ReactNode } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import { verdictOf } from '@/domain/question/verdict'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { VERDICT_LOOK } from '../question/verdict-look'
import { href } from '../shell/paths'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'
import { ProgressBar } from '../ui/progress-bar'
import type { OfferedCourse } from './begin-review'
import { BeginReviews } from './begin-review'

type Texts = { locale: Locale; t: Translator }
/** A question that she has answered today. `comesBack`: when it is asked again; null once it is learned. */
export type GivenToday = { id: string; stem: Localized; right: boolean; comesBack: string | null }

type QuestionProps = Texts & {
  /** The place of the question among those of today. */
  position: number
  total: number
  /** The course that it is about. */
  course: Localized
  /** What is said above the question. */
  note?: string | undefined
  /** The question, asked or judged. */
  children: ReactNode
}

/** One question of today, alone on its page. */
export function ReviewQuestionPage({ position, total, course, note, children, locale, t }: QuestionProps) {
  const label = t('exam.position', { n: position, total })
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('review.title')}</h1>
      <div className="place">
        <p>
          <strong>{label}</strong> <span className="muted">{typeset(course[locale], locale)}</span>
        </p>
        <ProgressBar label={label} value={position} max={total} />
      </div>
      {note && (
        <p className="note" role="status">
          {note}
        </p>
      )}
      {children}
    </main>
  )
}

type Props = Texts & {
  /** What she has answered today. */
  given: readonly GivenToday[]
  /** The next day on which questions wait; null if none do. */
  nextOn: string | null
  /** She has asked for a review. */
  hasPlans: boolean
  /** The courses whose review she may begin. */
  offers: readonly OfferedCourse[]
}

/** The end of a day’s review, or the page while no question waits. */
export function ReviewPage(props: Props) {
  const { given, hasPlans, offers, locale, t } = props
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack">
        <h1>{t('review.title')}</h1>
        <p className="lead">{t('review.lead')}</p>
      </div>
      {given.length > 0 && <Given given={given} locale={locale} t={t} />}
      {hasPlans ? <Coming {...props} /> : offers.length === 0 && <NoPlans t={t} />}
      <BeginReviews offers={offers} locale={locale} t={t} />
      {hasPlans && (
        <p className="row">
          <a className="btn" href={href(locale, '/learning')}>
            {t('learning.title')}
          </a>
          <a href={href(locale, '/learning/review/settings')}>{t('review.settings')}</a>
        </p>
      )}
    </main>
  )
}

function Given({ given, locale, t }: Texts & { given: readonly GivenToday[] }) {
  const right = given.filter((one) => one.right).length
  return (
    <section className="stack" aria-labelledby="given">
      <h2 id="given">{t('review.done')}</h2>
      <p>{t('review.right', { right, count: given.length })}</p>
      <ul className="plain stack">
        {given.map((one) => (
          <GivenLine key={one.id} {...one} locale={locale} t={t} />
        ))}
      </ul>
    </section>
  )
}

function GivenLine({ stem, right, comesBack, locale, t }: Texts & GivenToday) {
  const verdict = verdictOf(right ? 1 : 0)
  const { icon, tone } = VERDICT_LOOK[verdict]
  return (
    <li className="card stack-s">
      <p>
        <Inline source={stem[locale]} locale={locale} />
      </p>
      <p className="row">
        <span className={`chip ${tone}`}>
          <Icon node={icon} /> {t(`practice.${verdict}`)}
        </span>
        <span className="sm muted">
          {comesBack
            ? t('review.comesBack', { date: formatDate(new Date(comesBack), locale) })
            : t('review.learnedNow')}
        </span>
      </p>
    </li>
  )
}

function Coming({ given, nextOn, locale, t }: Props) {
  return (
    <div className="note">
      {given.length === 0 && nextOn !== null && <p>{t('review.nothing')}</p>}
      <p>
        {nextOn === null ? t('review.allLearned') : t('review.nextOn', { date: formatDate(new Date(nextOn), locale) })}
      </p>
    </div>
  )
}

function NoPlans({ t }: Pick<Texts, 't'>) {
  return (
    <div className="note">
      <p className="note-title">{t('review.none')}</p>
      <p>{t('review.noneLead')}</p>
    </div>
  )
}
