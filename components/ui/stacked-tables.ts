import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Locale } from '@/domain/locale'
import { typeset } from '@/i18n/typography'
import { elementsIn, wordsIn } from './drawing/hast'

/** From this many columns on, a table is too wide for a phone. */
const TOO_MANY = 3
const COLON: Record<Locale, string> = { ar: ':', fr: ' :', en: ':' }

/**
 * Prepares the tables whose rows become cards on a phone: each cell has the heading of its column in `data-label`, and
 * the first cell is the heading of its row. The roles are repeated because browsers drop the implicit ones of elements
 * that are no longer laid out as a table.
 */
export function stackTables(locale: Locale) {
  const label = (heading: Element) => typeset(`${wordsIn(heading).trim()}${COLON[locale]}`, locale)
  return () => (tree: Root) => {
    visit(tree, 'element', (table) => {
      if (table.tagName !== 'table') return
      const rows = elementsIn(table).flatMap(elementsIn)
      const labels = elementsIn(rows[0]).map(label)
      if (labels.length < TOO_MANY) return
      table.properties = { ...table.properties, className: ['stacked'], role: 'table' }
      for (const group of elementsIn(table)) group.properties.role = 'rowgroup'
      for (const row of rows) describeRow(row, labels)
    })
  }
}

function describeRow(row: Element, labels: readonly string[]) {
  row.properties.role = 'row'
  for (const [column, cell] of elementsIn(row).entries()) {
    const heads = cell.tagName === 'th' ? 'column' : column === 0 ? 'row' : null
    if (heads === 'row') cell.tagName = 'th'
    if (heads) cell.properties.scope = heads === 'column' ? 'col' : 'row'
    cell.properties.role = heads ? `${heads}header` : 'cell'
    if (heads !== 'column') cell.properties.dataLabel = labels[column]
  }
}
