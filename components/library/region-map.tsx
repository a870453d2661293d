import type { Region } from '@/domain/library/referral'
import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { relOf } from '../ui/list-address'

type Props = {
  /** In the order of their numbers, each with how many entries it has and where its tile leads. */
  regions: readonly { region: Region; count: number; href: string; current: boolean }[]
  locale: Locale
  t: Translator
}

/**
 * The twelve regions as tiles, each near its place on a map; no border is drawn. North is up and east is right in every
 * language. Each tile is a link, and its number is text.
 */
export function RegionMap({ regions, locale, t }: Props) {
  return (
    <figure className="card region-map" aria-labelledby="map">
      <figcaption className="stack-s">
        <h2 id="map">{t('library.referral.map')}</h2>
        <p className="sm muted">{t('library.referral.mapLead')}</p>
      </figcaption>
      <ol className="plain tiles">
        {regions.map(({ region: { id, name, short }, count, href, current }) => (
          <li key={id} className={`at-${id} ${levelOf(count)}`}>
            <a
              href={href}
              rel={relOf(href)}
              dir={directionOf(locale)}
              aria-current={current ? 'true' : undefined}
              aria-label={t('library.referral.tile', { region: typeset(name[locale], locale), count })}
            >
              {typeset(short[locale], locale)} <b>{count}</b>
            </a>
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** Colour repeats what the number says. */
function levelOf(count: number): 'none' | 'one' | 'more' {
  if (count === 0) return 'none'
  return count === 1 ? 'one' : 'more'
}
