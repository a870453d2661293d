import type { SignState } from '@/domain/editorial/signature'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'

const SIGNS: Record<Locale, string> = { ar: 'ع', fr: 'fr', en: 'en' }

type Shown = SignState | 'todo'
type Props = {
  states: Readonly<Record<Locale, SignState>>
  /** The languages that she signs: what is not signed there waits for her. */
  hers: readonly Locale[]
  t: Translator
}

/** Whether each language of a text is signed: by word, frame and fill, never by colour alone. */
export function LangMarks({ states, hers, t }: Props) {
  const shown = (locale: Locale): Shown =>
    states[locale] === 'unsigned' && hers.includes(locale) ? 'todo' : states[locale]
  return (
    <span className="lang-marks">
      {LOCALES.map((locale) => (
        <LangMark
          key={locale}
          locale={locale}
          state={shown(locale)}
          label={t('editorial.queue.state', {
            language: t(`editorial.languages.${locale}`),
            state: t(`editorial.queue.states.${shown(locale)}`),
          })}
        />
      ))}
    </span>
  )
}

function LangMark({ locale, state, label }: { locale: Locale; state: Shown; label: string }) {
  return (
    <span className={`lang-mark is-${state}`} role="img" aria-label={label}>
      {SIGNS[locale]}
    </span>
  )
}

/** What the marks mean. */
export function MarkLegend({ t }: { t: Translator }) {
  const examples: [Shown, Locale][] = [
    ['signed', 'fr'],
    ['todo', 'ar'],
    ['changed', 'fr'],
    ['unsigned', 'en'],
  ]
  return (
    <ul className="plain mark-legend xs muted">
      {examples.map(([state, locale]) => (
        <li key={state}>
          <span className={`lang-mark is-${state}`} aria-hidden="true">
            {SIGNS[locale]}
          </span>
          {t(`editorial.queue.states.${state}`)}
        </li>
      ))}
    </ul>
  )
}
