import type { Block } from '@/domain/announcement/markup'
import { directionOf, type Locale } from '@/domain/locale'
import { MarkupBlocks } from '../../ui/markup'

export type Parts = {
  subject: string
  lead: readonly string[]
  /** What a person wrote, in the language in which she wrote it. */
  words: { blocks: readonly Block[]; locale: Locale } | null
  link: string
  rest: readonly string[]
}
/**
 * `name`: the name of the letter's language, if the page does not show it elsewhere; `subject`: the word for “subject”.
 * Both are in the letter's own language.
 */
type Props = { locale: Locale; name?: string; subject: string; parts: Parts }

/**
 * A letter as the recipient will read it. Its link is not clickable here: it leads to a page for the recipient only.
 */
export function LetterPreview({ locale, name, subject, parts }: Props) {
  const { lead, words, link, rest } = parts
  return (
    <section lang={locale} dir={directionOf(locale)} className="letter stack-s">
      {name && <h3>{name}</h3>}
      <p className="sm">
        <span className="muted">{subject}</span> <strong>{parts.subject}</strong>
      </p>
      {lead.map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      {words && <MarkupBlocks {...words} />}
      <p dir="ltr" className="address">
        {link}
      </p>
      {rest.map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
    </section>
  )
}
