import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { ImportPage } from '@/components/cohort/import/import-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { isLocale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { cohortImports } from '@/server/cohort/import/cohort-imports'
import { type ValidatedImport, validateImport } from '@/server/cohort/import/validate-import'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort } = await params
  return documentPage(request, locale, (context) => importPage(context, cohort, UNTOUCHED))
}

/** Checks a list; the report has an address of its own. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  const admit = () => requireCohort('cohort:enrol', cohortId)
  const check = async (form: FormData) => {
    const { permit } = await admit()
    const t = translator(isLocale(locale) ? locale : 'ar')
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return refused(t('cohorts.import.files.none'))
    const checked = await validateImport(
      permit,
      { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
      new Date(),
    )
    if (checked.status !== 'checked') return refused(sentenceOf(checked, t))
    return seeOther(`/${locale}/cohorts/${cohortId}/import/${checked.runId}`)

    function refused(problem: string) {
      return documentPage(request, locale, async (context) => ({
        ...(await importPage(context, cohortId, { ...UNTOUCHED, problem })),
        status: 400,
      }))
    }
  }
  return formPage(request, locale, `/cohorts/${cohortId}/import`, check, { admit })
}

function sentenceOf(checked: Exclude<ValidatedImport, { status: 'checked' }>, t: Translator): string {
  if (checked.status === 'refused') return t(`cohorts.import.files.${checked.problem}`)
  return t('cohorts.import.files.twice', { column: t(`cohorts.import.columns.${checked.column}`) })
}

async function importPage({ locale, t }: DocumentContext, cohortId: string, state: FormState) {
  const { cohort, permit } = await requireCohort('cohort:enrol', cohortId)
  const main = <ImportPage cohort={cohort} lists={await cohortImports(permit)} state={state} locale={locale} t={t} />
  return staffDocument(t('cohorts.import.title'), main)
}
