import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { ReportPage } from '@/components/error-report/report-page'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { type AskedPlace, readAskedPlace } from '@/domain/error-report/asked-place'
import { type ErrorReportFields, errorReportSchema, readErrorReport } from '@/domain/error-report/error-report'
import { keptQuery } from '@/domain/error-report/kept-query'
import { AppError } from '@/domain/errors'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { fieldProblems } from '@/domain/form/field-problem'
import { clientAddress } from '@/server/auth/client-address'
import { placeTitle } from '@/server/error-report/place-title'
import { reportError } from '@/server/error-report/report-error'
import { reportedPlace } from '@/server/error-report/reported-place'

type Asked = { asked: AskedPlace; place: Awaited<ReturnType<typeof reportedPlace>> }

/** The form to report an error in the page that the address names, for those who may read that page. */
export const { GET, POST } = formPage({
  permit: async ({ caller, query, locale }: Context): Promise<Asked> => {
    const asked = readAskedPlace(query)
    if (!asked) throw new AppError('not-found', 'reported page')
    return { asked, place: await reportedPlace(caller, asked, locale, new Date()) }
  },
  page: async ({ caller, locale, t, path, query }, { asked, place }, state) => {
    const session = await caller.session()
    const main = (
      <ReportPage
        place={place}
        kept={keptQuery(query.get('back') ?? '')}
        title={await placeTitle(place, locale)}
        action={href(locale, path.replace(/&sent=1$/, ''))}
        section={asked.place === 'lesson' && asked.section !== null}
        draft={state.values.draft ?? crypto.randomUUID()}
        reader={session === null ? 'nobody' : session.confirmed ? 'confirmed' : 'unconfirmed'}
        sent={query.has('sent')}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return { title: t('errorReport.title'), main, index: false }
  },
  read: readReport,
  act: async ({ asked, place }, fields, { caller, locale }) => {
    const now = new Date()
    const chosen = asked.place === 'lesson' && fields.block !== '' ? { ...asked, block: Number(fields.block) } : null
    const about = chosen ? await reportedPlace(caller, chosen, locale, now) : place
    const accountId = (await caller.session())?.accountId ?? null
    await reportError({ accountId, address: await clientAddress(), locale }, about, fields, now)
  },
  done: (_, { locale, path }) => `${href(locale, path.replace(/&sent=1$/, ''))}&sent=1`,
  typed: (form) => ({ values: readErrorReport(form) }),
})

/** @throws {AppError} invalid-input if the form was not made by this page. */
function readReport(form: FormData, { t }: Context): ErrorReportFields | Refused {
  const typed = readErrorReport(form)
  const { data, error } = errorReportSchema.safeParse(typed)
  if (data) return data
  const { draft, block, ...problems } = fieldProblems(error)
  if (draft || block) throw new AppError('invalid-input', 'report')
  const limits = { errorText: FIELD_LIMITS.errorText }
  return { refused: refuseFields(t, problems, typed, limits) }
}
