import 'server-only'
import { directionOf, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { escapeHtml } from './escape-html'

export type LetterKind = 'confirm' | 'known' | 'reset' | 'changed'
/** A mail before it is written: to whom, in her language, and the one link it is about. */
export type Letter = { kind: LetterKind; to: string; name: string; locale: Locale; link: string }
export type WrittenLetter = { subject: string; text: string; html: string }

/** Plain text first; the HTML says the same with a link that can be pressed. */
export function writeLetter({ kind, name, locale, link }: Letter): WrittenLetter {
  const t = translator(locale)
  const subject = t(`mail.${kind}.subject`)
  const lead = [t('mail.greeting', { name }), t(`mail.${kind}.lead`)]
  // A notice leads to a page, everything else to a link that works once.
  const rest = [...(kind === 'changed' ? [] : [t('mail.valid')]), t(`mail.${kind}.otherwise`), t('mail.closing')]
  const signature = t('site.name')
  const html = [
    ...lead.map(paragraph),
    `<p dir="ltr"><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`,
    ...[...rest, signature].map(paragraph),
  ]
  return {
    subject,
    text: `${[...lead, link, ...rest, signature].join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>\n<body>\n${html.join('\n')}\n</body></html>\n`,
  }
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`
}
