import { TriangleAlert } from 'lucide'
import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { formatLeaf, type Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

/** A day that binds her: a deadline, a seminar, or the end of a survey or a test. */
export type OwnDate = { on: string; title: ReactNode; note: ReactNode; missed: boolean; href: string }
type Props = { dates: readonly OwnDate[]; locale: Locale; t: Translator }

/** Her next dates as calendar leaves, behind one line. Renders nothing if there are none. */
export function DateList({ dates, locale, t }: Props) {
  if (dates.length === 0) return null
  return (
    <details>
      <summary>{t('learning.today.laterDates', { count: dates.length })}</summary>
      <ul className="plain leaves">
        {dates.map(({ on, title, note, missed, href }) => {
          const { day, month } = formatLeaf(on, locale)
          return (
            <li key={`${on} ${href}`} className={missed ? 'missed' : undefined}>
              <time className="leaf" dateTime={on}>
                <b>{day}</b> {month}
              </time>
              <span>
                {missed && (
                  <strong>
                    <Icon node={TriangleAlert} />
                    {t('learning.missed')}
                  </strong>
                )}
                <a href={href}>{title}</a>
                {note && <span className="muted">{note}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
