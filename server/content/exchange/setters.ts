import 'server-only'
import type { Setters } from '@/domain/course/exchange/portable-question'
import { parseInline } from '@/domain/course/inline'
import { plainText } from '@/domain/course/markup'
import { directionOf, type Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import { escapeHtml } from '../../escape-html'

/** A paragraph says its language: the page around it may be in another one. */
export function settersIn(locale: Locale): Setters {
  const open = `<p lang="${locale}" dir="${directionOf(locale)}">`
  const html = (source: string) => {
    const words = parseInline(source).map(({ kind, text }) => {
      const set = escapeHtml(typeset(text, locale))
      return kind === 'strong' ? `<strong>${set}</strong>` : set
    })
    return `${open}${words.join('').trim()}</p>`
  }
  return { html, words: (source) => typeset(plainText(source).trim(), locale) }
}
