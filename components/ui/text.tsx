import { createElement, Fragment, type ReactElement } from 'react'
import { type TextPart, textParts } from '@/domain/library/text-parts'
import type { Locale } from '@/domain/locale'
import { rememberedText } from '@/domain/remembered'
import { Ref } from './ref'

type Props = {
  children: string
  /** The language of the sentence, where it may begin with letters of another one. */
  locale?: Locale
}

/**
 * A sentence with the numbers of articles and laws in it isolated, and the words of another script: Arabic words of a Latin
 * sentence named as Arabic, Latin names and the dates beside them in an Arabic one.
 */
export function Text({ children, locale }: Props) {
  return setText(children, locale)
}

export function setText(text: string, locale?: Locale): ReactElement {
  return locale === 'ar' ? setArabic(text) : setByLetters(text)
}

const setByLetters = rememberedText((text: string) => render(textParts(text)))
const setArabic = rememberedText((text: string) => render(textParts(text, 'ar')))

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
