import type { Element, ElementContent } from 'hast'

type Content = ElementContent | string | null | false | undefined | readonly Content[]

/** An element; a string among its content becomes text. */
export function el(tagName: string, properties: Element['properties'], ...content: Content[]): Element {
  return { type: 'element', tagName, properties, children: content.flatMap(toNodes) }
}

function toNodes(content: Content): ElementContent[] {
  if (!content) return []
  if (typeof content === 'string') return [{ type: 'text', value: content }]
  return Array.isArray(content) ? content.flatMap(toNodes) : [content as ElementContent]
}

export function isElement(node: ElementContent | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && names.includes(node.tagName)
}

/** The elements among the children: between blocks stands only white space. */
export function elementsIn(node: Element | undefined): Element[] {
  return (node?.children ?? []).filter((child) => child.type === 'element')
}

/** The words under a node, without its marks. */
export function wordsIn(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsIn).join('') : ''
}
