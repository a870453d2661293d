import { page } from '@/app/http/get-page'
import { TEMPLATE_COLUMNS } from '@/domain/cohort/import/columns'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { csvFile } from '../../../../csv-file'

/** An empty file to fill in, with headers in the reader's language. */
export const GET = page<'cohort'>(async ({ locale, t, params, caller }) => {
  await requireCohort(caller, 'cohort:enrol', params.cohort)
  return csvFile('list', [TEMPLATE_COLUMNS.map((column) => t(`cohorts.import.columns.${column}`))], locale)
})
