import { createElement, Fragment, type ReactNode } from 'react'
import { type PassagePart, passageParts } from '@/domain/exam/kinds/passage'
import type { Locale } from '@/domain/locale'
import { Inline } from '../inline'

type Props = { source: string; locale: Locale; slot: (id: string) => ReactNode }

/** A document in running text. @param slot renders the content of each of its places. */
export function Passage({ source, locale, slot }: Props) {
  const set = (part: PassagePart) =>
    part.slot === undefined ? createElement(Inline, { source: part.text, locale }) : slot(part.slot)
  // The parts need no keys: their order never changes.
  const paragraphs = passageParts(source).map((parts) =>
    createElement('p', null, ...parts.map((part) => createElement(Fragment, null, set(part)))),
  )
  return createElement('div', { className: 'cloze' }, ...paragraphs)
}
