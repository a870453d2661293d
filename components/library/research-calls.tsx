import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { type CallFields, isCallOpen } from '@/domain/research/call'
import { shownIn } from '@/domain/text/texts'
import type { Day } from '@/domain/time/day'
import { formatDate, type Translator } from '@/i18n/translator'

export type ShownCall = CallFields & { id: string; nameArabic: string; nameLatin: string }
type Props = { calls: readonly ShownCall[]; today: Day; locale: Locale; t: Translator }

/** What institutions ask of researchers: open calls first, then those that have ended. */
export function ResearchCalls({ calls, today, locale, t }: Props) {
  return (
    <section className="stack" aria-labelledby="calls">
      <h2 id="calls">{t('calls.corner')}</h2>
      {calls.length === 0 && <p className="muted">{t('calls.cornerNone')}</p>}
      {calls.length > 0 && (
        <ul className="plain stack-s">
          {calls.map((call) => (
            <Call key={call.id} call={call} today={today} locale={locale} t={t} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Call({ call, today, locale, t }: Omit<Props, 'calls'> & { call: ShownCall }) {
  const title = shownIn(call.titles, locale)
  const text = shownIn(call.texts, locale)
  const open = isCallOpen(call, today)
  const date = formatDate(new Date(call.deadline), locale)
  return (
    <li className="card stack-s">
      <h3>
        <bdi lang={title?.locale}>{title?.value}</bdi>
      </h3>
      <p className="row sm">
        <span className={open ? 'chip ok' : 'chip'}>{t(open ? 'calls.open' : 'calls.ended', { date })}</span>
        <span className="muted">{nameIn(call, locale)}</span>
      </p>
      {open && (
        <div className="prose stack-s" lang={text?.locale} dir="auto">
          {text?.value
            .split(/\n+/)
            .filter((line) => line.trim())
            .map((line, index) => (
              // The lines of a text have no other identity than their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: they never change place
              <p key={index} dir="auto">
                {line}
              </p>
            ))}
        </div>
      )}
      {open && call.link && (
        <p>
          <a href={call.link} rel="noreferrer">
            {t('calls.more')}
          </a>
        </p>
      )}
    </li>
  )
}
