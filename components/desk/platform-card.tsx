import type { Locale } from '@/domain/locale'
import { formatDate, formatDateTime, formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'

type Review = { parts: number; awaiting: number }
export type PlatformView = {
  institutions: number
  proposals: number
  failed: number
  stuck: number
  errors: number
  lastRunAt: Date | null
  behind: number
  backupAt: Date | null
  /** Null if it could not be counted. */
  reviews: { courses: Review; library: Review } | null
}
type Props = { platform: PlatformView; locale: Locale; t: Translator }

/** The state of the platform as a whole. */
export function PlatformCard({ platform, locale, t }: Props) {
  const { institutions, proposals, failed, stuck, errors, lastRunAt, behind, backupAt, reviews } = platform
  const number = (count: number) => formatNumber(count, locale)
  const review = ({ parts, awaiting }: Review) =>
    t('desk.awaiting', { awaiting: number(awaiting), parts: number(parts) })
  const facts = [
    { label: t('desk.facts.institutions'), value: number(institutions) },
    { label: t('desk.facts.proposals'), value: number(proposals) },
    { label: t('desk.facts.mail'), value: t('desk.mailState', { failed: number(failed), stuck: number(stuck) }) },
    {
      label: t('desk.facts.jobs'),
      value: lastRunAt
        ? t('desk.jobState', { time: formatDateTime(lastRunAt, locale), behind: number(behind) })
        : t('desk.never'),
    },
    { label: t('desk.facts.backup'), value: backupAt ? formatDate(backupAt, locale) : t('desk.never') },
    { label: t('desk.facts.errors'), value: number(errors) },
    ...(reviews
      ? [
          { label: t('desk.facts.reviewCourses'), value: review(reviews.courses) },
          { label: t('desk.facts.reviewLibrary'), value: review(reviews.library) },
        ]
      : []),
  ]
  return (
    <section className="card stack-s" aria-labelledby="platform">
      <h2 id="platform">{t('desk.platform')}</h2>
      <Facts facts={facts} />
      <p>
        <a href={href(locale, '/desk/platform')}>{t('desk.platformDo')}</a>
        {' · '}
        <a href={href(locale, '/review')}>{t('editorial.title')}</a>
      </p>
    </section>
  )
}
