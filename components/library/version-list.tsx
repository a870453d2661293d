import type { ProvisionVersion } from '@/domain/library/provision'
import { dayIn } from '@/domain/library/versions-in-time'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { Ref } from '../ui/ref'

type Props = {
  versions: readonly ProvisionVersion[]
  /** The version on the page. */
  shown: ProvisionVersion
  /** The address of the provision. */
  path: string
  /** The date asked for, which a comparison keeps. */
  on: string | null
  locale: Locale
  t: Translator
}

/** Every known version, with links to it and to its comparison with the one on the page. */
export function VersionList({ versions, shown, path, on, locale, t }: Props) {
  return (
    <ul className="plain entries">
      {versions.map((version) => {
        const day = dayIn(version)
        const name = t.rich('library.law.version', { id: () => <Ref key="id">{version.id}</Ref> })
        const current = version.id === shown.id
        return (
          <li key={version.id}>
            <span>
              {day === null || current ? <strong>{name}</strong> : <a href={`${path}?on=${day}`}>{name}</a>}
              <span className="sm muted block">{period(version, locale, t)}</span>
            </span>
            {current ? (
              <span className="chip ok">{t('library.law.shown')}</span>
            ) : (
              <a className="btn" href={`${path}?${on ? `on=${on}&` : ''}compare=${version.id}#compare`}>
                {t('library.law.compare')}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function period({ inForceFrom, inForceUntil }: ProvisionVersion, locale: Locale, t: Translator): string {
  const date = (day: string) => formatDate(new Date(day), locale)
  const from = inForceFrom ? t('law.inForceFrom', { date: date(inForceFrom) }) : t('library.law.sinceUnknown')
  return inForceUntil ? `${from}${t('library.law.until', { date: date(inForceUntil) })}` : from
}
