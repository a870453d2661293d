import { readCohortForm } from '@/app/[locale]/(teach)/read-cohort-form'
import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { CohortEditPage } from '@/components/cohort/cohort-form-pages'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { cohortChoices } from '@/server/cohort/cohort-choices'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { changeCohort } from '@/server/cohort/save-cohort'
import { type LoadedRelease, loadRelease } from '@/server/content/releases'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string }> }
type Given = { cohortId: string; state?: FormState; tutorIds?: readonly string[] }

const stepsOf = ({ course }: LoadedRelease) => [...course.file.outline, ...(course.exam ? ['exam'] : [])]

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort } = await params
  return documentPage(request, locale, (context) => editPage(context, { cohortId: cohort }))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  return formPage(request, locale, `/cohorts/${cohortId}/edit`, async (form) => {
    const { cohort, permit } = await requireCohort('cohort:change', cohortId)
    const release = await loadRelease(cohort.releaseId)
    const t = translator(isLocale(locale) ? locale : 'ar')
    const read = readCohortForm(form, stepsOf(release), cohort.copiedFromId, t)
    if (read.status === 'wrong') {
      const { state, tutorIds } = read
      return documentPage(request, locale, async (context) => ({
        ...(await editPage(context, { cohortId, state, tutorIds })),
        status: 400,
      }))
    }
    await changeCohort(permit, read.draft, new Date())
    return seeOther(`${href(isLocale(locale) ? locale : 'ar', `/cohorts/${cohortId}/edit`)}?saved=1`)
  })
}

async function editPage({ locale, t, query }: DocumentContext, { cohortId, state, tutorIds }: Given) {
  const { cohort, permit } = await requireCohort('cohort:change', cohortId)
  const [choices, { course }] = await Promise.all([cohortChoices(permit), loadRelease(cohort.releaseId)])
  const saved: FormState = query.has('saved') ? { ...UNTOUCHED, done: t('cohorts.form.saved') } : UNTOUCHED
  const main = (
    <CohortEditPage
      cohort={{ ...cohort, tutorIds: tutorIds ?? cohort.tutorIds }}
      course={course}
      choices={choices}
      unsure={query.has('unsure')}
      state={state ?? saved}
      locale={locale}
      t={t}
    />
  )
  return staffDocument(t('cohorts.form.editTitle'), main)
}
