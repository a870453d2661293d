import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { Name } from '@/components/ui/name'
import { PlainForm } from '@/components/ui/plain-form'
import { isLocale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { cohortLists } from '@/server/cohort/import/cohort-imports'
import { type CheckedList, checkList } from '@/server/cohort/import/validate-import'
import { seeOther } from '@/server/respond'
import { EarlierLists } from './earlier-lists'

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
    const checked = await checkList(
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

function sentenceOf(checked: Exclude<CheckedList, { status: 'checked' }>, t: Translator): string {
  if (checked.status === 'refused') return t(`cohorts.import.files.${checked.problem}`)
  return t('cohorts.import.files.twice', { column: t(`cohorts.import.columns.${checked.column}`) })
}

async function importPage({ locale, t }: DocumentContext, cohortId: string, state: FormState) {
  const { cohort, permit } = await requireCohort('cohort:enrol', cohortId)
  const path = href(locale, `/cohorts/${cohort.id}`)
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <p className="sm">
          <a href={`${path}/people`}>
            <Name>{cohort.name}</Name>
          </a>
        </p>
        <h1>{t('cohorts.import.title')}</h1>
        <p>{t('cohorts.import.lead')}</p>
        <p>
          <a href={`${path}/import/model`} download>
            {t('cohorts.import.model')}
          </a>
        </p>
        <PlainForm
          id="list"
          action={`${path}/import`}
          fields={[
            {
              kind: 'file',
              name: 'file',
              label: t('cohorts.import.file'),
              hint: t('cohorts.import.fileHint'),
              accept: '.csv,.txt,.xlsx,text/csv',
            },
          ]}
          state={state}
          texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
          submit={t('cohorts.import.check')}
          multipart
        />
        <EarlierLists lists={await cohortLists(permit)} path={`${path}/import`} locale={locale} t={t} />
      </div>
    </main>
  )
  return { title: t('cohorts.import.title'), main, staff: true, index: false }
}
