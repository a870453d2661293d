import { LOCALES, type Locale } from '../locale'
import { parseCase, parseMarkdown } from '../text/markdown'
import type { MarkdownNode } from '../text/markdown-tree'
import type { TextBlock } from './text-block'

/** Nodes that are no blocks of a page, as `readPassages` counts blocks. */
const NO_BLOCK = ['definition', 'footnoteDefinition', 'html']
const PARSERS = { lesson: parseMarkdown, case: parseCase } as const

/** Where a block stands in its source, in UTF-16 units. */
type Range = { start: number; end: number }

/** The blocks of a source of Markdown, in the order of the page. */
function rangesOf(body: string, kind: keyof typeof PARSERS): Range[] {
  return (PARSERS[kind](body).children ?? []).filter(({ type }) => !NO_BLOCK.includes(type)).map(rangeOf)
}

function rangeOf({ position }: MarkdownNode): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

/** The source of each block. */
export function sourcesOf(body: string, kind: keyof typeof PARSERS): string[] {
  return rangesOf(body, kind).map(({ start, end }) => body.slice(start, end))
}

/** The three languages block by block. A language that has fewer blocks lacks the last ones. */
export function passageBlocks(bodies: Partial<Record<Locale, string>>, kind: keyof typeof PARSERS): TextBlock[] {
  const sources = LOCALES.map((locale) => [locale, sourcesOf(bodies[locale] ?? '', kind)] as const)
  const count = Math.max(...sources.map(([, blocks]) => blocks.length))
  return Array.from({ length: count }, (_, block) => ({
    id: `b${block}`,
    kind: 'passage',
    fields: [
      {
        key: '',
        texts: Object.fromEntries(
          sources.flatMap(([locale, all]) => (all[block] === undefined ? [] : [[locale, all[block]]])),
        ),
      },
    ],
  }))
}

const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---\r?\n/

/** The file with a new source of one block; null if it has no such block. The rest stays as it is. */
export function withBlock(file: string, kind: keyof typeof PARSERS, block: number, source: string): string | null {
  const front = FRONT_MATTER.exec(file)?.[0] ?? ''
  const body = file.slice(front.length)
  const range = rangesOf(body, kind)[block]
  return range ? front + body.slice(0, range.start) + source + body.slice(range.end) : null
}

/** The file with a new block inserted after `block`; null if it has no such block. The rest stays as it is. */
export function withBlockAfter(file: string, kind: keyof typeof PARSERS, block: number, source: string): string | null {
  const front = FRONT_MATTER.exec(file)?.[0] ?? ''
  const body = file.slice(front.length)
  const range = rangesOf(body, kind)[block]
  return range ? `${front}${body.slice(0, range.end)}\n\n${source}${body.slice(range.end)}` : null
}

/** The line (from 1) on which a block begins; 1 if there is no such block. */
export function lineOfBlock(file: string, kind: keyof typeof PARSERS, block: number): number {
  const front = FRONT_MATTER.exec(file)?.[0] ?? ''
  const start = rangesOf(file.slice(front.length), kind)[block]?.start ?? 0
  return (front + file.slice(front.length, front.length + start)).split('\n').length
}
