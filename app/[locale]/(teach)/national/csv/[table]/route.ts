import { page } from '@/app/http/get-page'
import { sheetLines } from '@/components/report/sheet-lines'
import { sheetsOf } from '@/components/report/sheets'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { nationReport } from '@/server/cohort/report/current-report'
import { library } from '@/server/content/library'
import { csvFile } from '../../../csv-file'

/** A table of the national figures for a spreadsheet. It holds no personal data, so no reason is required. */
export const GET = page<'table'>(async ({ locale, t, params: { table }, caller }) => {
  const { day, report } = await nationReport(await requirePermission(caller, 'nation:read', {}), new Date())
  const words = { locale, t, regions: library().regions }
  const sheet = sheetsOf(report, words).find(({ key }) => key === table)
  if (!sheet) throw new AppError('not-found', `table ${table}`)
  return csvFile(`${sheet.key}-${day}`, sheetLines(sheet, day, words), locale)
})
