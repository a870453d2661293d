import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { ExportPage } from '@/components/cohort/export-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { exportSchema, readExport } from '@/domain/cohort/export/export-form'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { exportCohort } from '@/server/cohort/export/export-cohort'
import { streamFile } from '@/server/stream-file'
import { staffDocument } from '../../../staff-document'
import { refuseExport } from './refuse-export'

type Context = { params: Promise<{ locale: string; cohort: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort } = await params
  return documentPage(request, locale, (context) => exportPage(context, cohort, UNTOUCHED))
}

/** The file itself, once it is said why. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  return formPage(request, locale, `/cohorts/${cohortId}/export`, async (form) => {
    const { cohort, permit } = await requireCohort('cohort:export', cohortId)
    const t = translator(isLocale(locale) ? locale : 'ar')
    const typed = readExport(form)
    const { data: order, error } = exportSchema.safeParse(typed)
    if (!order) return refused(refuseExport(error, typed, t))
    const made = await exportCohort(permit, cohort, order, new Date())
    if (made.status === 'made') return streamFile(made.file)
    return refused({ ...UNTOUCHED, problem: t('cohorts.export.noCertificates'), values: typed })

    function refused(state: FormState) {
      return documentPage(request, locale, async (context) => ({
        ...(await exportPage(context, cohortId, state)),
        status: 400,
      }))
    }
  })
}

async function exportPage({ locale, t }: DocumentContext, cohortId: string, state: FormState) {
  const { cohort } = await requireCohort('cohort:export', cohortId)
  return staffDocument(t('cohorts.export.title'), <ExportPage cohort={cohort} state={state} locale={locale} t={t} />)
}
