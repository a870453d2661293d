import 'server-only'
import type { Letter, LetterKind } from '@/domain/access/letter'
import { directionOf } from '@/domain/locale'
import { formatDate, translator } from '@/i18n/translator'
import { escapeHtml } from './escape-html'

export type WrittenLetter = { subject: string; text: string; html: string }

const NOTICES: readonly LetterKind[] = ['changed', 'admitted', 'queued', 'refused', 'reminder']

/** Plain text first; the HTML says the same with a link that can be pressed. */
export function writeLetter({ kind, name, locale, link, about }: Letter): WrittenLetter {
  const t = translator(locale)
  const facts = { institution: '', course: '', cohort: '', reason: '', ...about }
  const subject = t(`mail.${kind}.subject`, facts)
  // Who is on a list without a name is greeted without one.
  const greeting = name ? t('mail.greeting', { name }) : t('mail.greetingPlain')
  const lead = [greeting, t(`mail.${kind}.lead`, facts)]
  // A notice leads to a page, everything else to a link that works once.
  const valid = about?.until
    ? t('mail.validUntil', { date: formatDate(new Date(about.until), locale) })
    : t('mail.valid')
  const rest = [...(NOTICES.includes(kind) ? [] : [valid]), t(`mail.${kind}.otherwise`), t('mail.closing')]
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
