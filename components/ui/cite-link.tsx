import { Text } from './text'

type Props = {
  id: string
  href: string
  words: string
  /** What is cited, in full. */
  name: string
  /** The citation stands beside a sentence as a short mark, not as words in it. */
  mark?: boolean
}

/** A citation outside the text of a lesson: a link to the library, or to the sheet if the lesson cites it too. */
export function CiteLink({ id, href, words, name, mark = false }: Props) {
  return (
    <a className={mark ? 'cite mark' : 'cite'} href={href} data-cite={id} title={words === name ? undefined : name}>
      <Text>{words}</Text>
    </a>
  )
}
