import { parseInline } from './inline'
import { splitHeading } from './markup'

/** A part of a lesson under one heading, as plain words. Before the first heading there is neither title nor id. */
export type ProseSection = { id: string | null; title: string | null; text: string }

/** What a lesson says, by section, without its markup. Quoted law, drawn from the library, is not part of it. */
export function proseSections(markdown: string): ProseSection[] {
  const sections: { id: string | null; title: string | null; lines: string[] }[] = [
    { id: null, title: null, lines: [] },
  ]
  for (const line of markdown.split('\n')) {
    const heading = /^#{1,4}\s+(.+)$/.exec(line)
    if (heading) {
      const { text, id } = splitHeading(heading[1] ?? '')
      sections.push({ id, title: wordsOf(text), lines: [] })
    } else {
      sections.at(-1)?.lines.push(wordsOf(line))
    }
  }
  return sections
    .map(({ id, title, lines }) => ({ id, title, text: lines.filter(Boolean).join(' ') }))
    .filter(({ title, text }) => title !== null || text !== '')
}

const LABEL = /^:::\w+(?:\[([^\]]*)\])?.*$/

function wordsOf(line: string): string {
  if (/^::\w+\{/.test(line) || /^[\s|:-]+$/.test(line)) return ''
  const open = LABEL.exec(line.trim())
  const source = open ? (open[1] ?? '') : line
  return parseInline(source)
    .map(({ text }) => text)
    .join('')
    .replace(/:def\[([^\]]*)\]\{[^}]*\}/g, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*+>]|\d+[.)])\s+/, '')
    .replace(/^\|\s*|\s*\|$/g, '')
    .replace(/\s*\|\s*/g, ' · ')
    .replace(/[*_`]+/g, '')
    .trim()
}
