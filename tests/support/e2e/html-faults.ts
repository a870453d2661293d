import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { directionOf, type Locale } from '@/domain/locale'

/** Input types that need no label: they are not shown, or show a name of their own. */
const UNLABELLED = ['hidden', 'submit', 'button', 'reset']

/** What is wrong with the HTML of a page in every layout: language, direction, title, heading, ids, names and labels. */
export function htmlFaults(html: string, locale: Locale, { manyHeadings = false } = {}): string[] {
  const root = unified().use(rehypeParse).parse(html)
  const all = elementsOf(root)
  const ids = all.flatMap(({ properties: { id } }) => (id ? [String(id)] : []))
  const labelled = new Set(
    all.flatMap(({ tagName, properties }) => (tagName === 'label' ? [String(properties.htmlFor)] : [])),
  )
  const page = all.find(({ tagName }) => tagName === 'html')?.properties
  const titled = all.some((each) => each.tagName === 'title' && textOf(each) !== '')
  const headings = all.filter(({ tagName }) => tagName === 'h1').length
  const wrapped = new Set(all.filter(({ tagName }) => tagName === 'label').flatMap(elementsOf))
  return [
    ...(page?.lang === locale && page.dir === directionOf(locale) ? [] : [`lang ${page?.lang}, dir ${page?.dir}`]),
    ...(titled ? [] : ['no title']),
    ...(headings === 1 || manyHeadings ? [] : [`${headings} main headings`]),
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `id ${id} twice`),
    ...all.filter((each) => isNameless(each, labelled, wrapped)).map((each) => `no name: ${shown(each)}`),
  ]
}

function isNameless(element: Element, labelled: ReadonlySet<string>, wrapped: ReadonlySet<Element>): boolean {
  const { tagName, properties } = element
  if (tagName === 'img') return properties.alt === undefined
  if (properties.ariaLabel || properties.ariaLabelledBy || properties.title) return false
  if (tagName === 'button' || (tagName === 'a' && properties.href)) return textOf(element) === ''
  if (!['input', 'select', 'textarea'].includes(tagName) || UNLABELLED.includes(String(properties.type))) return false
  return !wrapped.has(element) && !labelled.has(String(properties.id))
}

function elementsOf(root: Root | Element): Element[] {
  const found: Element[] = []
  visit(root, 'element', (element) => void found.push(element))
  return found
}

/** The words of an element, with the alternatives of its images. */
function textOf(element: Element): string {
  let text = ''
  visit(element, (node) => {
    if (node.type === 'text') text += node.value
    if (node.type === 'element') text += node.properties.alt ?? node.properties.ariaLabel ?? ''
  })
  return text.trim()
}

const shown = ({ tagName, properties }: Element) => `${tagName} ${JSON.stringify(properties).slice(0, 120)}`
