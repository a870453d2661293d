import 'server-only'
import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

export type ReadText = {
  /** One paragraph, in which only **strong** words are marked. */
  text: string
  /** What it had and could not be carried over, each once. */
  lost: readonly string[]
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

const STRONG = new Set(['strong', 'b'])
const NOT_READ = new Set(['script', 'style', 'template', 'head'])
/** Elements whose meaning is lost if only their words are kept. */
const LOST: Readonly<Record<string, string>> = {
  ...{
    img: 'a picture',
    audio: 'a sound',
    video: 'a film',
    iframe: 'a frame',
    object: 'an object',
    embed: 'an object',
  },
  ...{
    table: 'the rows and columns of a table',
    ul: 'the lines of a list',
    ol: 'the lines of a list',
    a: 'the address of a link',
  },
}
const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'blockquote',
])

/** Reads a text of Moodle. Its words are kept; pictures, tables and other elements are listed as lost. */
export function readHtml(html: string): ReadText {
  const lost = new Set<string>()
  const text = wordsOf(parser.parse(html), lost).replace(/\s+/g, ' ').trim()
  return { text, lost: [...lost] }
}

/** A text that Moodle stores without HTML. */
export function readPlain(text: string): ReadText {
  return { text: text.replace(/\s+/g, ' ').trim(), lost: [] }
}

function wordsOf(node: Nodes, lost: Set<string>): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' && node.type !== 'root') return ''
  const words = () => node.children.map((child) => wordsOf(child, lost)).join('')
  if (node.type === 'root') return words()
  if (NOT_READ.has(node.tagName)) return ''
  const loss = LOST[node.tagName]
  if (loss) lost.add(loss)
  if (STRONG.has(node.tagName)) return strong(words())
  return BLOCKS.has(node.tagName) ? ` ${words()} ` : words()
}

/** Asterisks around nothing but spaces would be shown as typed. */
function strong(words: string): string {
  const inner = words.trim()
  return inner === '' || inner.includes('**') ? words : `**${inner}**`
}
