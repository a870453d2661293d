import 'server-only'
import type { Setters } from '@/domain/course/exchange/portable-question'
import { directionOf, type Locale } from '@/domain/locale'
import { parseInline } from '@/domain/text/inline'
import { plainText } from '@/domain/text/markup'
import ar from '@/i18n/messages/ar.json' with { type: 'json' }
import en from '@/i18n/messages/en.json' with { type: 'json' }
import fr from '@/i18n/messages/fr.json' with { type: 'json' }
import { typeset } from '@/i18n/typography'
import { escapeHtml } from '../../escape-html'

// The translator needs the whole of React, which a command does not load.
const UNITS = { ar: ar.practice.unit, fr: fr.practice.unit, en: en.practice.unit }

/** A paragraph says its language: the page around it may be in another one. */
export function settersIn(locale: Locale): Setters {
  const open = `<p lang="${locale}" dir="${directionOf(locale)}">`
  const escaped = (source: string) =>
    parseInline(source)
      .map(({ kind, text }) => {
        const set = escapeHtml(typeset(text, locale))
        return kind === 'strong' ? `<strong>${set}</strong>` : set
      })
      .join('')
  return {
    escaped,
    html: (source) => `${open}${escaped(source).trim()}</p>`,
    words: (source) => typeset(plainText(source).trim(), locale),
    unit: (unit) => UNITS[locale][unit],
  }
}
