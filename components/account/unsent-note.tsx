import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

/** The kinds of unsent work that another page sends, and the page that leads there. */
const ELSEWHERE = [
  ['exam', '/learning', 'nav.learning'],
  ['grid', '/practice', 'nav.practice'],
  ['ticks', '/seminars', 'nav.seminars'],
] as const

/**
 * Says, before she signs out, what has not reached the server and which page sends it. Its script shows it.
 *
 * @see leave-device.entry.ts
 */
export function UnsentNote({ locale, t }: { locale: Locale; t: Translator }) {
  return (
    <div className="note warn" tabIndex={-1} data-unsent hidden>
      <p>{t('kept.unsent')}</p>
      <p data-of="kept" hidden>
        {t('kept.waits.no-network')}
      </p>
      {ELSEWHERE.map(([kind, path, label]) => (
        <p key={kind} data-of={kind} hidden>
          {t.rich(`kept.unsentOf.${kind}`, {
            place: () => (
              <a key="place" href={href(locale, path)}>
                {t(label)}
              </a>
            ),
          })}
        </p>
      ))}
    </div>
  )
}
