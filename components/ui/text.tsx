import { createElement, Fragment, type ReactElement } from 'react'
import { type TextPart, textParts } from '@/domain/library/text-parts'
import type { Locale } from '@/domain/locale'
import { memoizeText } from '@/domain/memoize'
import { Ref } from './ref'

type Props = {
  children: string
  /** The language of the sentence, if it may begin with letters of another one. */
  locale?: Locale
}

/**
 * A sentence in which the numbers of articles and laws are isolated, and words of another script are marked: Arabic
 * words in a Latin sentence as Arabic, and Latin names and the dates beside them in an Arabic one.
 */
export function Text({ children, locale }: Props) {
  return setText(children, locale)
}

export function setText(text: string, locale?: Locale): ReactElement {
  return locale === 'ar' ? setArabic(text) : setByLetters(text)
}

const setByLetters = memoizeText((text: string) => render(textParts(text)))
const setArabic = memoizeText((text: string) => render(textParts(text, 'ar')))

function render(parts: readonly TextPart[]): ReactElement {
  return createElement(Fragment, null, ...parts.map(renderPart))
}

function renderPart({ text, kind }: TextPart) {
  if (kind === 'plain') return text
  if (kind === 'reference') return <Ref key={text}>{text}</Ref>
  if (kind === 'arabic') {
    return (
      <bdi key={text} lang="ar" dir="rtl">
        {text}
      </bdi>
    )
  }
  return (
    <bdi key={text} dir={kind === 'latin' ? 'ltr' : 'rtl'}>
      {text}
    </bdi>
  )
}
