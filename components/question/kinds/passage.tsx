import { createElement, Fragment, type ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { type PassagePart, passageParts } from '@/domain/question/kinds/passage'
import { Inline } from '../../ui/inline'

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
