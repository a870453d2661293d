import { formPage } from '@/app/form-page'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { archiveCohort } from '@/server/cohort/save-cohort'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; cohort: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  return formPage(request, locale, `/cohorts/${cohortId}/edit`, async (form) => {
    const { permit } = await requireCohort('cohort:change', cohortId)
    if (form.get('sure') !== 'yes') return seeOther(`/${locale}/cohorts/${cohortId}/edit?unsure=1#archiving-problems`)
    await archiveCohort(permit, new Date())
    return seeOther(`/${locale}/cohorts/${cohortId}?done=archived`)
  })
}
