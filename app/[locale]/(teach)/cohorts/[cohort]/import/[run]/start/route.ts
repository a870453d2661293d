import { formPage } from '@/app/form-page'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { startImport } from '@/server/cohort/import/run-import'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; cohort: string; run: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId, run } = await params
  const back = `/cohorts/${cohortId}/import/${encodeURIComponent(run)}`
  return formPage(request, locale, back, async () => {
    const { permit } = await requireCohort('cohort:enrol', cohortId)
    await startImport(permit, run, new Date())
    return seeOther(`/${locale}${back}`)
  })
}
