import { type MarkdownNode, textOf } from '../../text/markdown-tree'

const SAYS =
  'under its title a :::video holds a paragraph, what is to be seen and heard, then one numbered list, the words of each caption: 1. A sign proves nothing alone.'

/** The film that a block names, its transcript, and what is wrong with the block. */
export function readVideoBlock(block: MarkdownNode): { id: string; transcript: string[]; faults: string[] } {
  const children = block.children ?? []
  const title = children.find(({ data }) => data?.directiveLabel)
  const [said, list, ...more] = children.filter((child) => child !== title)
  const items = list?.children ?? []
  const fits =
    said?.type === 'paragraph' &&
    list?.type === 'list' &&
    list.ordered === true &&
    more.length === 0 &&
    items.every(({ children: lines = [] }) => lines.length === 1 && lines[0]?.type === 'paragraph')
  return {
    id: block.attributes?.file ?? '',
    transcript: fits ? items.map((item) => textOf(item).replace(/\s+/g, ' ').trim()) : [],
    faults: [
      ...(title && textOf(title).trim() !== '' ? [] : ['the film has no title: write it as :::video[Title]']),
      ...(fits ? [] : [SAYS]),
    ],
  }
}
