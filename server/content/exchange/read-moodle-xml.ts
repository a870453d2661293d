import 'server-only'
import { SaxesParser } from 'saxes'

/** An element of the file. `text` is that of the element alone, without its children. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: XmlElement[]
  /** The line on which it begins. */
  line: number
}

/** A file with deeper nesting is not a quiz. */
const DEEPEST = 20
/** In characters. It applies to the text that is kept, not to pictures, which Moodle writes as text. */
const LONGEST_TEXT = 200_000
/** Elements that hold whole files as text. They cannot be carried over, so they are not kept in memory. */
const NOT_KEPT = new Set(['file', 'image_base64'])

/**
 * Reads the questions of a Moodle XML file one after the other, so that the size of the file does not matter.
 *
 * @throws {Error} with a sentence and the line, if it is no such file. A file that declares entities is refused: they
 * can make a small file unboundedly large.
 */
export function readMoodleXml(chunks: Iterable<string>, take: (question: XmlElement) => void): void {
  const parser = new SaxesParser()
  const open: XmlElement[] = []
  const fail = (why: string): never => {
    throw new Error(`line ${parser.line}: ${why}`)
  }
  const addText = (text: string) => {
    const element = open.at(-1)
    if (!element || NOT_KEPT.has(element.name)) return
    if (element.text.length + text.length > LONGEST_TEXT) fail(`the text of <${element.name}> is too long`)
    element.text += text
  }
  parser.on('error', (error) => fail(error.message))
  parser.on('doctype', () => fail('a declaration of a document type is not accepted'))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0 && name !== 'quiz') fail(`a Moodle XML file begins with <quiz>, not <${name}>`)
    if (open.length >= DEEPEST) fail('its elements are nested too deeply')
    open.push({ name, attributes, text: '', children: [], line: parser.line })
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    const parent = open.at(-1)
    if (!element || !parent) return
    if (open.length > 1) parent.children.push(element)
    else if (element.name === 'question') take(element)
  })
  for (const chunk of chunks) parser.write(chunk)
  parser.close()
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []
export const childOf = (element: XmlElement | undefined, name: string) => childrenOf(element, name)[0]
/** The words of `<name><text>…</text></name>`. */
export const textIn = (element: XmlElement | undefined) =>
  (childOf(element, 'text')?.text ?? element?.text ?? '').trim()
