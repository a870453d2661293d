import type { OnThatDay } from '@/domain/library/versions-in-time'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'

type Props = {
  /** The address of the provision. */
  action: string
  /** The date asked for; null for today. */
  on: string | null
  state: OnThatDay
  /** A note for a date after the day on which the text was read. */
  afterReading: string | null
  locale: Locale
  t: Translator
}

/** Asks for a date and says which version was in force then. */
export function DateChooser({ action, on, state, afterReading, locale, t }: Props) {
  return (
    <div className="stack-s">
      <form action={action} className="date-chooser">
        <span className="field">
          <label htmlFor="law-on">{t('library.law.onDay')}</label>
          <input type="date" id="law-on" name="on" defaultValue={on ?? undefined} />
        </span>
        <button type="submit" className="btn">
          {t('library.law.show')}
        </button>
        {on && (
          <a className="btn link" href={action}>
            {t('library.law.today')}
          </a>
        )}
      </form>
      {(on !== null || state.status === 'no-longer' || state.status === 'before-first-known') && (
        <div className={state.status === 'in-force' ? 'note' : 'note warn'}>
          <p>{sentence(state, on, locale, t)}</p>
          {afterReading && <p>{t('library.law.afterReading', { date: day(afterReading, locale) })}</p>}
        </div>
      )}
    </div>
  )
}

function sentence(state: OnThatDay, on: string | null, locale: Locale, t: Translator): string {
  const asked = on ? t('library.law.thatDay', { date: day(on, locale) }) : t('library.law.thisDay')
  if (state.status === 'oldest-known') return `${asked} ${t('library.law.oldestKnown', { id: state.version.id })}`
  if (state.status === 'no-longer') {
    return `${asked} ${t('library.law.noLonger', { date: day(state.last.inForceUntil, locale) })}`
  }
  if (state.status === 'before-first-known') {
    return `${asked} ${t('library.law.beforeFirst', { date: day(state.first.inForceFrom, locale) })}`
  }
  const { inForceFrom, id } = state.version
  return inForceFrom
    ? `${asked} ${t('library.law.inForceThen', { date: day(inForceFrom, locale) })}`
    : `${asked} ${t('library.law.readThen', { id })}`
}

function day(date: string | null | undefined, locale: Locale): string {
  return date ? formatDate(new Date(date), locale) : ''
}
