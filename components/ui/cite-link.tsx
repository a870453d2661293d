import { Text } from './text'

type Props = {
  id: string
  href: string
  words: string
  /** What is cited, in full. */
  name: string
  /** Beside a sentence, not in it. */
  mark?: boolean
}

/** A citation outside the text of a lesson. It leads to the library; in a lesson that cites the same, it opens beside. */
export function CiteLink({ id, href, words, name, mark = false }: Props) {
  return (
    <a className={mark ? 'cite mark' : 'cite'} href={href} data-cite={id} title={words === name ? undefined : name}>
      <Text>{words}</Text>
    </a>
  )
}
