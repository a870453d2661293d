import type { Locale, Localized } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

type Props = {
  /** `path`: without its language. */
  offers: readonly { path: string; titles: Localized; closesAt: Date }[]
  locale: Locale
  t: Translator
}

/** The surveys that wait for her. */
export function MySurveys({ offers, locale, t }: Props) {
  if (offers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="surveys">
      <h2 id="surveys">{t('surveys.title')}</h2>
      <ul className="plain stack-s">
        {offers.map(({ path, titles, closesAt }) => (
          <li key={path} className="stack-s">
            <a href={href(locale, path)}>{typeset(titles[locale], locale)}</a>
            <p className="sm">{t('surveys.offer', { date: formatDate(new Date(closesAt.getTime() - 1), locale) })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
