import { documentPage } from '@/app/document'
import { csvRow } from '@/domain/cohort/export/cell'
import { BYTE_ORDER_MARK } from '@/domain/csv'
import { AppError } from '@/domain/errors'
import { formatLooseDate } from '@/i18n/translator'
import { requirePermission } from '@/server/auth/permit'
import { nationReport } from '@/server/cohort/report/current-report'
import { sheetsOf } from '../../../report/sheets'

type Context = { params: Promise<{ locale: string; table: string }> }

/** A table of the country's figures for a spreadsheet: about nobody, so nobody is asked why. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, table } = await params
  return documentPage(request, language, async ({ locale, t }) => {
    const { day, report } = await nationReport(await requirePermission('nation:read', {}), new Date())
    const sheet = sheetsOf(report, { locale, t }).find(({ key }) => key === table)
    if (!sheet) throw new AppError('not-found', `table ${table}`)
    const note = t('cohorts.learning.note', { definition: sheet.note, date: formatLooseDate(day, locale) })
    const lines = [
      sheet.headings,
      ...sheet.rows.map(({ head, cells }) => [head, ...cells.map((cell) => cell ?? t('report.hidden'))]),
      [note],
      [t('report.protection')],
    ]
    return new Response(BYTE_ORDER_MARK + lines.map((cells) => csvRow(cells)).join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-language': locale,
        'content-disposition': `attachment; filename="${sheet.key}-${day}-${locale}.csv"`,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
