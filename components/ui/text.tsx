import { createElement, Fragment } from 'react'
import { splitReferences } from '@/domain/library/split-references'
import { Ref } from './ref'

/** A sentence with the numbers of articles and laws in it isolated. */
export function Text({ children }: { children: string }) {
  const parts = splitReferences(children).map(({ text, reference }) =>
    reference ? <Ref key={text}>{text}</Ref> : text,
  )
  return createElement(Fragment, null, ...parts)
}
