import { createElement, Fragment } from 'react'
import { type InlinePart, parseInline } from '@/domain/course/inline'
import type { Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import { Ref } from './ref'
import { Text } from './text'

/** An authored sentence with its little markup. */
export function Inline({ source, locale }: { source: string; locale: Locale }) {
  // Part by part: the space before `:cite[…]` is no space before a colon.
  const parts = parseInline(source).map((part) => ({ ...part, text: typeset(part.text, locale) }))
  return createElement(Fragment, null, ...parts.map(renderPart))
}

function renderPart(part: InlinePart) {
  if (part.kind === 'ref') return <Ref key={part.text}>{part.text}</Ref>
  if (part.kind !== 'strong') return <Text key={part.text}>{part.text}</Text>
  return (
    <strong key={part.text}>
      <Text>{part.text}</Text>
    </strong>
  )
}
