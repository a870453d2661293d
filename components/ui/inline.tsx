import { createElement, Fragment, type ReactElement } from 'react'
import { LOCALES, type Locale } from '@/domain/locale'
import { memoizeText } from '@/domain/memoize'
import { type InlinePart, parseInline } from '@/domain/text/inline'
import { typeset } from '@/i18n/typography'
import { CiteLink } from './cite-link'
import { Ref } from './ref'
import { setText } from './text'

/** Where a citation leads, its name, and the mark for it beside a sentence; null if nothing is known of it. */
export type Citing = (id: string) => { href: string; name: string; mark: string } | null
type Props = {
  source: string
  locale: Locale
  /** Makes the citations links. Without it they are words. */
  citing?: Citing | undefined
}

/** An authored sentence with its inline markup. */
export function Inline({ source, locale, citing }: Props) {
  return citing ? setInline(source, locale, citing) : SET[locale](source)
}

const SET = Object.fromEntries(
  LOCALES.map((locale) => [locale, memoizeText((source) => setInline(source, locale))]),
) as Record<Locale, (source: string) => ReactElement>

function setInline(source: string, locale: Locale, citing?: Citing): ReactElement {
  // Apply the typography part by part: the space before `:cite[…]` is not a space before a colon.
  const parts = parseInline(source).map((part) => ({ ...part, text: typeset(part.text, locale) }))
  return createElement(Fragment, null, ...parts.map((part) => renderPart(part, locale, citing)))
}

function renderPart(part: InlinePart, locale: Locale, citing?: Citing) {
  if (part.kind === 'cite') {
    const target = citing?.(part.cite)
    if (target) {
      const { href, name } = target
      return <CiteLink key={`${part.cite} ${part.text}`} id={part.cite} words={part.text} href={href} name={name} />
    }
  }
  if (part.kind === 'ref') return <Ref key={part.text}>{part.text}</Ref>
  return part.kind === 'strong' ? (
    <strong key={part.text}>{setText(part.text, locale)}</strong>
  ) : (
    setText(part.text, locale)
  )
}
