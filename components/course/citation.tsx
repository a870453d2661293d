import { type Cited, readCitation } from '@/domain/library/resolve-citation'
import { writeCitation, writeMark } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import type { DirectiveProps } from '../ui/markdown'
import { Text } from '../ui/text'
import { citedAnchor } from './cited-anchors'

type Props = Pick<DirectiveProps, 'mark' | 'children'> & {
  id: string
  /** The id of this passage. */
  passage: string
  cited: Cited | null
  locale: Locale
}

/** A citation in a lesson: the author's words, or a short mark beside a sentence. It links to the fold at the end. */
export function Citation({ id, mark, passage, cited, locale, children }: Props) {
  const short = mark && cited ? writeMark(cited, locale) : null
  const look = short ? 'cite mark short' : mark === 'aside' ? 'cite mark' : 'cite'
  return (
    <a
      className={look}
      id={passage}
      href={`#${citedAnchor(readCitation(id)?.provision ?? '')}`}
      data-cite={id}
      title={short && cited ? typeset(writeCitation(cited, locale), locale) : undefined}
    >
      {short ? <Text>{short}</Text> : children}
    </a>
  )
}
