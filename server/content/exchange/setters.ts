import 'server-only'
import type { Setters } from '@/domain/course/exchange/portable-question'
import { parseInline } from '@/domain/course/inline'
import { plainText } from '@/domain/course/markup'
import { directionOf, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { escapeHtml } from '../../escape-html'

/** A paragraph says its language: the page around it may be in another one. */
export function settersIn(locale: Locale): Setters {
  const t = translator(locale)
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
    unit: (unit) => t(`practice.unit.${unit}`),
  }
}
