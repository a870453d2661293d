import { createElement, Fragment, type ReactElement } from 'react'
import { type InlinePart, parseInline } from '@/domain/course/inline'
import { LOCALES, type Locale } from '@/domain/locale'
import { memoizeText } from '@/domain/memoize'
import { typeset } from '@/i18n/typography'
import { Ref } from './ref'

import { setText } from './text'

/** An authored sentence with its inline markup. */
export function Inline({ source, locale }: { source: string; locale: Locale }) {
  return SET[locale](source)
}

const SET = Object.fromEntries(
  LOCALES.map((locale) => [locale, memoizeText((source) => setInline(source, locale))]),
) as Record<Locale, (source: string) => ReactElement>

function setInline(source: string, locale: Locale): ReactElement {
  // Apply the typography part by part: the space before `:cite[…]` is not a space before a colon.
  const parts = parseInline(source).map((part) => ({ ...part, text: typeset(part.text, locale) }))
  return createElement(Fragment, null, ...parts.map((part) => renderPart(part, locale)))
}

function renderPart(part: InlinePart, locale: Locale) {
  if (part.kind === 'ref') return <Ref key={part.text}>{part.text}</Ref>
  return part.kind === 'strong' ? (
    <strong key={part.text}>{setText(part.text, locale)}</strong>
  ) : (
    setText(part.text, locale)
  )
}
