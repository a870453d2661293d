import { readCohortForm } from '@/app/[locale]/(teach)/read-cohort-form'
import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { CohortNewPage, cohortNewTitle } from '@/components/cohort/cohort-form-pages'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { requirePermission } from '@/server/auth/permit'
import { cohortChoices } from '@/server/cohort/cohort-choices'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { createCohort } from '@/server/cohort/save-cohort'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../staff-document'

type Context = { params: Promise<{ locale: string; institution: string }> }
type Given = { institutionId: string; copy: string | null; state?: FormState; tutorIds?: readonly string[] }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution } = await params
  return documentPage(request, locale, (context) =>
    newCohortPage(context, { institutionId: institution, copy: context.query.get('copy') }),
  )
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution: institutionId } = await params
  const copy = new URL(request.url).searchParams.get('copy')
  return formPage(request, locale, `/institutions/${institutionId}/cohorts/new`, async (form) => {
    const permit = await requirePermission('cohort:create', { institutionId })
    const source = await sourceOf(copy)
    const t = translator(isLocale(locale) ? locale : 'ar')
    // Deadlines follow once the course is known: the cohort's page leads to them.
    const read = readCohortForm(form, [], source?.id ?? null, t)
    if (read.status === 'wrong') {
      const { state, tutorIds } = read
      return documentPage(request, locale, async (context) => ({
        ...(await newCohortPage(context, { institutionId, copy, state, tutorIds })),
        status: 400,
      }))
    }
    const id = await createCohort(permit, read.draft, new Date())
    return seeOther(href(isLocale(locale) ? locale : 'ar', `/cohorts/${id}?done=created`))
  })
}

async function newCohortPage({ locale, t }: DocumentContext, { institutionId, copy, state, tutorIds }: Given) {
  const choices = await cohortChoices(await requirePermission('cohort:create', { institutionId }))
  const source = await sourceOf(copy)
  const shown = { state: state ?? UNTOUCHED, tutorIds: tutorIds ?? source?.tutorIds ?? [] }
  const main = (
    <CohortNewPage institutionId={institutionId} source={source} choices={choices} {...shown} locale={locale} t={t} />
  )
  return staffDocument(cohortNewTitle(source, t), main)
}

/** The edition that a new one is copied from. @throws {AppError} as requireCohort does */
async function sourceOf(copy: string | null) {
  return copy ? (await requireCohort('cohort:read', copy)).cohort : null
}
