import { documentPage } from '@/app/document'
import { sheetLines } from '@/components/report/sheet-lines'
import { sheetsOf } from '@/components/report/sheets'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { nationReport } from '@/server/cohort/report/current-report'
import { library } from '@/server/content/library'
import { csvFile } from '../../../csv-file'

type Context = { params: Promise<{ locale: string; table: string }> }

/** A table of the country's figures for a spreadsheet: about nobody, so nobody is asked why. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, table } = await params
  return documentPage(request, language, async ({ locale, t }) => {
    const { day, report } = await nationReport(await requirePermission('nation:read', {}), new Date())
    const words = { locale, t, regions: library().regions }
    const sheet = sheetsOf(report, words).find(({ key }) => key === table)
    if (!sheet) throw new AppError('not-found', `table ${table}`)
    return csvFile(`${sheet.key}-${day}`, sheetLines(sheet, day, words), locale)
  })
}
