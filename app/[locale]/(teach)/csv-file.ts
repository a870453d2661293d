import { type Cell, csvRow } from '@/domain/cohort/export/cell'
import { BYTE_ORDER_MARK } from '@/domain/csv'
import type { Locale } from '@/domain/locale'

/**
 * Rows as a file for a spreadsheet, in the language of the page that links to it. @param name without its extension.
 */
export function csvFile(name: string, lines: readonly (readonly Cell[])[], locale: Locale): Response {
  return new Response(BYTE_ORDER_MARK + lines.map((cells) => csvRow(cells)).join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-language': locale,
      'content-disposition': `attachment; filename="${name}-${locale}.csv"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
}
