import { createElement } from 'react'
import { type Block, type Inline, readMarkup } from '@/domain/announcement/markup'
import { directionOf, type Locale } from '@/domain/locale'

/** What staff wrote to a cohort, in the direction of its language. */
export function Markup({ text, locale }: { text: string; locale: Locale }) {
  return <MarkupBlocks blocks={readMarkup(text)} locale={locale} />
}

export function MarkupBlocks({ blocks, locale }: { blocks: readonly Block[]; locale: Locale }) {
  const around = { className: 'stack-s', lang: locale, dir: directionOf(locale) }
  return createElement('div', around, ...blocks.map(blockElement))
}

function blockElement(block: Block): React.ReactNode {
  if (block.kind === 'paragraph') return withParts('p', inlines(block.children))
  const items = block.items.map((item) => withParts('li', inlines(item)))
  return withParts(block.ordered ? 'ol' : 'ul', items)
}

function inlines(parts: readonly Inline[]): React.ReactNode[] {
  return parts.map((part) => {
    if (part.kind === 'text') return part.text
    if (part.kind === 'break') return <br />
    if (part.kind === 'link')
      return createElement('a', { href: part.href, rel: 'noreferrer' }, ...inlines(part.children))
    return withParts(part.kind === 'strong' ? 'strong' : 'em', inlines(part.children))
  })
}

/** An element with children that never change their places, so that they need no keys. */
function withParts(name: 'p' | 'li' | 'ol' | 'ul' | 'strong' | 'em', parts: readonly React.ReactNode[]) {
  return createElement(name, null, ...parts)
}
