import { LOCALES } from '@/domain/locale'
import type { TextPreview } from '@/server/editorial/checking/typed-text'
import type { PresentText } from '@/server/editorial/present-text'
import { amongOthers, renderText } from './[kind]/[key]/[lang]/passage-html'

/** The text as readers would see it, in every language. It may take long: a worker runs it. */
export function previewHtml(text: PresentText): TextPreview {
  const html = LOCALES.map((locale) => [locale, amongOthers(renderText(text, locale), locale)])
  return { blocks: text.blocks, html: Object.fromEntries(html) as TextPreview['html'] }
}
