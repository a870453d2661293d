import 'server-only'
import type { Block, Inline } from '@/domain/announcement/markup'
import { directionOf, type Locale } from '@/domain/locale'
import { escapeHtml } from '../escape-html'

/**
 * The text of an announcement as HTML for a letter, in the direction of its language. Everything but the tags made here
 * is escaped.
 */
export function markupHtml(blocks: readonly Block[], locale: Locale): string {
  return `<div lang="${locale}" dir="${directionOf(locale)}">\n${blocks.map(blockHtml).join('\n')}\n</div>`
}

function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') return `<p>${inlineHtml(block.children)}</p>`
  const name = block.ordered ? 'ol' : 'ul'
  return `<${name}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${name}>`
}

function inlineHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return escapeHtml(inline.text)
      if (inline.kind === 'break') return '<br>'
      const inner = inlineHtml(inline.children)
      if (inline.kind === 'link') return `<a href="${escapeHtml(inline.href)}">${inner}</a>`
      return inline.kind === 'strong' ? `<strong>${inner}</strong>` : `<em>${inner}</em>`
    })
    .join('')
}
