import type { Element, ElementContent, RootContent as HastContent, Root as HastRoot } from 'hast'
import type { Heading, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { type TextPart, textParts } from '@/domain/library/text-parts'
import type { Locale } from '@/domain/locale'
import { type MarkdownNode, takeHeadingId } from '@/domain/text/markdown-tree'
import { DIRECTIVES, idsIn } from '@/domain/text/marks'
import { typeset } from '@/i18n/typography'
import { elementsIn, wordsIn } from './drawing/hast'

type Directive = {
  name: string
  attributes?: Record<string, string | null | undefined> | null
  data?: { hName?: string; hProperties?: Record<string, unknown> }
  children?: { data?: { directiveLabel?: boolean; hName?: string } | undefined }[]
}

/** Turns directives into elements `x-<name>`. */
export function directivesToElements() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (!(node.type in DIRECTIVES)) return
      const directive = node as unknown as Directive
      directive.data = { hName: `x-${directive.name}`, hProperties: { ...directive.attributes } }
      nameLabel(directive.children)
    })
  }
}

/** `:::note[Title]`: marks the paragraph that holds the label. */
function nameLabel(children: Directive['children']) {
  const label = children?.[0]
  if (label?.data?.directiveLabel) label.data.hName = 'x-title'
}

/** `## Title {#id}`: sets the id that other languages and other pages link to. */
export function headingIds() {
  return (tree: Root) => {
    visit(tree, 'heading', (heading: Heading, index, parent) => {
      const { node, id } = takeHeadingId(heading as MarkdownNode)
      if (id === null || !parent || index === undefined) return
      parent.children[index] = { ...(node as Heading), data: { ...heading.data, hProperties: { id } } }
    })
  }
}

/** Wraps every top-level block in `<div id="b3">`: the place that a reader returns to, the same in every language. */
export const numberBlocks = (from: number) => () => (tree: HastRoot) => {
  const blocks = tree.children.filter((node) => node.type === 'element')
  tree.children = blocks.map((block, place) => ({
    type: 'element',
    tagName: 'div',
    properties: { id: `b${from + place}`, className: ['block'] },
    children: [block as ElementContent],
  }))
}

/** Puts the place for the tools of a section beside its heading, with the number of its block. */
export const placeTools = (from: number) => () => (tree: HastRoot) => {
  for (const [place, block] of tree.children.entries()) {
    if (block.type !== 'element') continue
    const [heading] = elementsIn(block)
    if (heading?.tagName !== 'h2') continue
    const properties = { of: from + place, title: wordsIn(heading).trim() }
    block.children.push({ type: 'element', tagName: 'x-tools', properties, children: [] })
  }
}

/** Applies the language's typography, isolates every reference number, and marks quoted Arabic words as Arabic. */
export function typesetText(locale: Locale) {
  return () => (tree: HastRoot) => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || isIsolated(parent)) return
      const parts = textParts(typeset(node.value, locale)).map(toNode)
      parent.children.splice(index, 1, ...(parts as HastContent[]))
      return [SKIP, index + parts.length]
    })
  }
}

function isIsolated(parent: { type: string }): boolean {
  return parent.type === 'element' && ['bdi', 'x-ref'].includes((parent as Element).tagName)
}

function toNode({ text, kind }: TextPart): ElementContent {
  if (kind === 'plain') return { type: 'text', value: text }
  return {
    type: 'element',
    tagName: 'bdi',
    properties: kind === 'reference' ? { className: ['ref'], dir: 'ltr' } : { lang: 'ar', dir: 'rtl' },
    children: [{ type: 'text', value: text }],
  }
}

/** The ids that a block cites, in its sentences and as quoted law. */
export function citedUnder(block: Element): string[] {
  const cited: string[] = []
  visit(block, 'element', ({ tagName, properties }) => {
    const ids = tagName === 'x-cite' ? properties.id : tagName === 'x-law' ? properties.cite : undefined
    if (typeof ids === 'string') cited.push(...idsIn(ids))
  })
  return cited
}
