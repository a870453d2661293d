import { TriangleAlert } from 'lucide'
import type { Locale } from '@/domain/locale'
import { formatLeaf, type Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'
import type { Due } from './deadline'

type Props = { deadlines: readonly (Due & { course: string })[]; locale: Locale; t: Translator }

/** All deadlines, drawn as leaves of a calendar. A missed one is named as such in words. */
export function DeadlineList({ deadlines, locale, t }: Props) {
  return (
    <section className="stack due" aria-labelledby="deadlines">
      <h2 id="deadlines">{t('learning.deadlines')}</h2>
      <ul className="plain leaves">
        {deadlines.map(({ id, title, dueOn, missed, daysLeft, course }) => {
          const { day, month } = formatLeaf(dueOn, locale)
          return (
            <li key={`${course} ${id}`} className={missed ? 'missed' : undefined}>
              <time className="leaf" dateTime={dueOn}>
                <b>{day}</b> {month}
              </time>
              <span>
                {missed && (
                  <strong>
                    <Icon node={TriangleAlert} />
                    {t('learning.missed')}
                  </strong>
                )}
                <span>{title}</span>
                <span className="muted">{course}</span>
                {!missed && <span className="muted">{t('learning.dueIn', { days: daysLeft })}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
