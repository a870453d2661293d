import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { LANGUAGE_NAMES } from '@/components/shell/language-names'
import { href } from '@/components/shell/paths'
import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { Name } from '@/components/ui/name'
import type { PlainField } from '@/components/ui/plain-field'
import { PlainForm } from '@/components/ui/plain-form'
import { EXPORT_FORMATS, EXPORTS, exportSchema, readExport } from '@/domain/cohort/export/export-form'
import { isLocale, LOCALES, type Locale } from '@/domain/locale'
import { type Translator, translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { exportCohort } from '@/server/cohort/export/export-cohort'
import { streamFile } from '@/server/stream-file'
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
  const path = href(locale, `/cohorts/${cohort.id}`)
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <p className="sm">
          <a href={path}>
            <Name>{cohort.name}</Name>
          </a>
        </p>
        <h1>{t('cohorts.export.title')}</h1>
        <p>{t('cohorts.export.lead')}</p>
        <PlainForm
          id="export"
          action={`${path}/export`}
          fields={fieldsOf(locale, t)}
          state={state}
          texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
          submit={t('cohorts.export.submit')}
        />
      </div>
    </main>
  )
  return { title: t('cohorts.export.title'), main, staff: true, index: false }
}

function fieldsOf(locale: Locale, t: Translator): PlainField[] {
  return [
    {
      kind: 'select',
      name: 'content',
      label: t('cohorts.export.content'),
      options: EXPORTS.map((value) => ({ value, label: t(`cohorts.export.contents.${value}`) })),
    },
    {
      kind: 'select',
      name: 'format',
      label: t('cohorts.export.format'),
      hint: t('cohorts.export.formatHint'),
      options: EXPORT_FORMATS.map((value) => ({ value, label: t(`cohorts.export.formats.${value}`) })),
    },
    {
      kind: 'select',
      name: 'locale',
      label: t('cohorts.export.locale'),
      options: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value })),
      value: locale,
    },
    { kind: 'area', name: 'reason', label: t('cohorts.export.reason'), hint: t('cohorts.export.reasonHint') },
  ]
}
