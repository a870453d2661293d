import { createElement, Fragment, type ReactElement } from 'react'
import { type TextPart, textParts } from '@/domain/library/text-parts'
import { rememberedText } from '@/domain/remembered'
import { Ref } from './ref'

/** A sentence with the numbers of articles and laws in it isolated, and the Arabic words of a Latin one named as Arabic. */
export function Text({ children }: { children: string }) {
  return setText(children)
}

export const setText = rememberedText(
  (text: string): ReactElement => createElement(Fragment, null, ...textParts(text).map(renderPart)),
)

function renderPart({ text, kind }: TextPart) {
  if (kind === 'reference') return <Ref key={text}>{text}</Ref>
  if (kind === 'plain') return text
  return (
    <bdi key={text} lang="ar" dir="rtl">
      {text}
    </bdi>
  )
}
