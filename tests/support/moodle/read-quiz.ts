import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml'

/** An element of a quiz in Moodle XML, read without the product's own reader. */
export type Node = XmlElement

export function questionsOf(xml: string): Node[] {
  const { root } = parseXml(xml)
  if (root?.name !== 'quiz') throw new Error('The file does not begin with <quiz>.')
  return nodes(root, 'question')
}

export const nodes = (of: Node | undefined, name: string): Node[] =>
  (of?.children ?? []).filter((child): child is Node => child instanceof XmlElement && child.name === name)
export const node = (of: Node | undefined, name: string): Node | undefined => nodes(of, name)[0]
/** The words of the element itself, trimmed as Moodle trims them. Undefined if there is no such element. */
export const wordsOf = (of: Node | undefined, name: string): string | undefined => ownWords(node(of, name))
/** The words of `<name><text>…</text></name>`. */
export const textOf = (of: Node | undefined): string | undefined => wordsOf(of, 'text')

function ownWords(of: Node | undefined): string | undefined {
  const words = of?.children.map((child) => (child instanceof XmlText ? child.text : ''))
  return words?.join('').trim()
}
