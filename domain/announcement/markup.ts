import type { BlockContent, DefinitionContent, ListItem, PhrasingContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { deepestLine } from '../text/nesting'

/** A part of a line. `href` begins with `https://`. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'strong'; children: readonly Inline[] }
  | { kind: 'emphasis'; children: readonly Inline[] }
  | { kind: 'link'; href: string; children: readonly Inline[] }
export type Block =
  | { kind: 'paragraph'; children: readonly Inline[] }
  | { kind: 'list'; ordered: boolean; items: readonly (readonly Inline[])[] }

/** Markdown that an announcement does not know: it is shown as it was typed, so HTML is text and runs nothing. */
const UNKNOWN = [
  ...['blockQuote', 'codeFenced', 'codeIndented', 'codeText', 'definition', 'headingAtx', 'setextUnderline'],
  ...['htmlFlow', 'htmlText', 'labelStartImage', 'thematicBreak'],
]
const parser = unified()
  .data('micromarkExtensions', [{ disable: { null: UNKNOWN } }])
  .use(remarkParse)
  .freeze()

/** An address typed without brackets, without the punctuation after it. */
const BARE = /https:\/\/[^\s<>"]*[^\s<>"'.,;:!?()«»،؛؟]/g

/** Far more than an announcement needs. The parser takes time that grows with the square of either number. */
const MOST_SIGNS = 400
const DEEPEST_LIST = 10
const SIGNS = /[[\]*_`]/g

/** False if a text has so many signs of formatting that to parse it would take long, on each page that shows it. */
export function fitsMarkup(source: string): boolean {
  return (source.match(SIGNS)?.length ?? 0) <= MOST_SIGNS && deepestLine(source) <= DEEPEST_LIST
}

/**
 * What staff write to a cohort, in a few signs of Markdown: paragraphs, lists, **strong**, *emphasis* and links. The
 * page, the letter and its plain text are made of this tree, which cannot contain anything else. A text that does not
 * fit is one paragraph as it was typed: forms refuse it, but an older one may be stored.
 */
export function readMarkup(source: string): Block[] {
  if (!fitsMarkup(source)) return [{ kind: 'paragraph', children: withBreaks(source) }]
  return blocksOf(parser.parse(source).children as Content[])
}

type Content = BlockContent | DefinitionContent

function blocksOf(nodes: readonly Content[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type === 'paragraph') return [{ kind: 'paragraph', children: inlinesOf(node.children) }]
    if (node.type === 'list')
      return [{ kind: 'list', ordered: node.ordered === true, items: node.children.flatMap(itemsOf) }]
    return []
  })
}

/** A list in a list becomes part of it: a letter has one level. */
function itemsOf({ children }: ListItem): Inline[][] {
  return children.flatMap((node) => {
    if (node.type === 'paragraph') return [inlinesOf(node.children)]
    return node.type === 'list' ? node.children.flatMap(itemsOf) : []
  })
}

function inlinesOf(nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return withBreaks(node.value)
    if (node.type === 'break') return [{ kind: 'break' }]
    if (node.type === 'strong') return [{ kind: 'strong', children: inlinesOf(node.children) }]
    if (node.type === 'emphasis') return [{ kind: 'emphasis', children: inlinesOf(node.children) }]
    if (node.type !== 'link') return []
    const children = wordsOf(node.children)
    return isAllowed(node.url) ? [{ kind: 'link', href: node.url, children }] : [...children]
  })
}

/** The words of a link, in which there is no other link. */
function wordsOf(nodes: readonly PhrasingContent[]): Inline[] {
  return inlinesOf(nodes).flatMap((inline) => (inline.kind === 'link' ? inline.children : [inline]))
}

/** A line break stays one, as people who type in a form expect. */
function withBreaks(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, place) => [...(place > 0 ? [{ kind: 'break' } as const] : []), ...withLinks(line)])
}

function withLinks(text: string): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const { 0: href, index } of text.matchAll(BARE)) {
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) })
    parts.push({ kind: 'link', href, children: [{ kind: 'text', text: href }] })
    from = index + href.length
  }
  return from < text.length ? [...parts, { kind: 'text', text: text.slice(from) }] : parts
}

function isAllowed(address: string): boolean {
  return /^https:\/\/[^\s/]/i.test(address) && URL.canParse(address)
}

/** The refused addresses of links: another scheme than https, or an incomplete address. Only for a text that fits. */
export function refusedLinks(source: string): string[] {
  const refused: string[] = []
  const look = (nodes: readonly (Content | ListItem | PhrasingContent)[]) => {
    for (const node of nodes) {
      if (node.type === 'link' && !isAllowed(node.url)) refused.push(node.url)
      if ('children' in node) look(node.children as readonly (Content | PhrasingContent)[])
    }
  }
  look(parser.parse(source).children as Content[])
  return refused
}

/** As plain text: one string for each paragraph or list. A link is followed by its address. */
export function plainBlocks(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return plainOf(block.children)
    return block.items.map((item, place) => `${block.ordered ? `${place + 1}.` : '-'} ${plainOf(item)}`).join('\n')
  })
}

function plainOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text
      if (inline.kind === 'break') return '\n'
      const words = plainOf(inline.children)
      return inline.kind === 'link' && words !== inline.href ? `${words} (${inline.href})` : words
    })
    .join('')
}
