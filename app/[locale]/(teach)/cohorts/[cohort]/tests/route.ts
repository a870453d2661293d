import { formPage } from '@/app/form-page'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { holdTests } from '@/server/cohort/tests/hold-tests'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; cohort: string }> }

/** Draws the tests before and after the course. Sent twice, they are drawn once. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  const path = `/cohorts/${cohortId}/learning?part=gain`
  return formPage(request, locale, path, async () => {
    const { cohort, permit } = await requireCohort('cohort:change', cohortId)
    await holdTests(permit, cohort, new Date())
    return seeOther(`/${locale}${path}`)
  })
}
