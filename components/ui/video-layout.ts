import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { el, elementsIn, isElement, wordsIn } from './drawing/hast'

/** Lays out the blocks of a film: its title and what it shows, then the player, then the transcript. */
export function layOutVideos() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'x-video') return
      const children = elementsIn(node)
      const title = children.find((child) => isElement(child, 'x-title'))
      const [said, ...transcript] = children.filter((child) => child !== title)
      node.children = [
        ...(title ? [title] : []),
        ...(said ? [said] : []),
        el('x-player', { file: node.properties.file, title: title ? wordsIn(title) : '' }),
        el('x-transcript', {}, transcript),
      ]
    })
  }
}
