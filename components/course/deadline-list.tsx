import { TriangleAlert } from 'lucide'
import type { Locale } from '@/domain/locale'
import { formatLeaf, type Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'
import type { Due } from './deadline'

type Props = { deadlines: readonly (Due & { course: string })[]; locale: Locale; t: Translator }

/** A programme of two courses has about twenty deadlines: a longer list would push the rest of the page out of view. */
const SHOWN = 4

/**
 * The first deadlines, in the order given; the others are folded in an element of their own. On a phone the style sheet
 * moves the first ones up, so they contain no link: the order of the focus stays that of the page.
 */
export function DeadlineList({ deadlines, locale, t }: Props) {
  const later = deadlines.slice(SHOWN)
  return (
    <>
      <section className="stack due" aria-labelledby="deadlines">
        <h2 id="deadlines">{t('learning.deadlines')}</h2>
        <Leaves deadlines={deadlines.slice(0, SHOWN)} locale={locale} t={t} />
      </section>
      {later.length > 0 && (
        <details className="stack">
          <summary>{t('learning.laterDeadlines', { count: later.length })}</summary>
          <Leaves deadlines={later} locale={locale} t={t} />
        </details>
      )}
    </>
  )
}

/** Deadlines drawn as calendar leaves. A missed one is also marked in words. */
function Leaves({ deadlines, locale, t }: Props) {
  return (
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
  )
}
