import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { ExportPage } from '@/components/cohort/export-page'
import { UNTOUCHED } from '@/components/form/form-state'
import { type ExportOrder, exportSchema, readExport } from '@/domain/cohort/export/export-form'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { exportCohort } from '@/server/cohort/export/export-cohort'
import { type StreamedFile, streamFile } from '@/server/stream-file'
import { staffDocument } from '../../../staff-document'
import { refuseExport } from './refuse-export'

type Typed = { order: ExportOrder; typed: ReturnType<typeof readExport> }

/** The form, and the file itself in answer to a form with a reason. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:export', params.cohort),
  page: async ({ locale, t }, { cohort }, state) =>
    staffDocument(t('cohorts.export.title'), <ExportPage cohort={cohort} state={state} locale={locale} t={t} />),
  read: (form, { t }): Typed | Refused => {
    const typed = readExport(form)
    const { data: order, error } = exportSchema.safeParse(typed)
    return order ? { order, typed } : { refused: refuseExport(error, typed, t) }
  },
  act: async ({ permit, cohort }, { order, typed }, { t }): Promise<StreamedFile | Refused> => {
    const made = await exportCohort(permit, cohort, order, new Date())
    if (made.status === 'made') return made.file
    return { refused: { ...UNTOUCHED, problem: t('cohorts.export.noCertificates'), values: typed } }
  },
  done: (file) => streamFile(file),
})
