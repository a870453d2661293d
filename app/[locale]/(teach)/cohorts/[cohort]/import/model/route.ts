import { documentPage } from '@/app/document'
import { TEMPLATE_COLUMNS } from '@/domain/cohort/import/columns'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { csvFile } from '../../../../csv-file'

type Context = { params: Promise<{ locale: string; cohort: string }> }

/** An empty list with the headers of the reader's language, to fill in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort } = await params
  return documentPage(request, language, async ({ locale, t }) => {
    await requireCohort('cohort:enrol', cohort)
    return csvFile('list', [TEMPLATE_COLUMNS.map((column) => t(`cohorts.import.columns.${column}`))], locale)
  })
}
