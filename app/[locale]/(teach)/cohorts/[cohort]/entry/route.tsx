import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { Name } from '@/components/ui/name'
import { type Entry, opensByCode } from '@/domain/cohort/entry/entry'
import { entryForm, readEntry } from '@/domain/cohort/entry/entry-form'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { changeEntry, entryOf, renewCode } from '@/server/cohort/entry/entry-settings'
import { joinAddress } from '@/server/cohort/entry/join-address'
import { seeOther } from '@/server/respond'
import { CodeSection } from './code-section'
import { EntryForm, refuseEntry } from './entry-form'

type Context = { params: Promise<{ locale: string; cohort: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort } = await params
  return documentPage(request, locale, (context) => entryPage(context, cohort, null))
}

/** Saves how people come in or, with `act=renew`, ends the code for a new one. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  const own = `/cohorts/${cohortId}/entry`
  return formPage(request, locale, own, async (form) => {
    const { permit } = await requireCohort('cohort:change', cohortId)
    if (form.get('act') === 'renew') {
      await renewCode(permit, new Date())
      return seeOther(`/${locale}${own}?done=renewed`)
    }
    const typed = entryForm(form)
    const reading = readEntry(typed)
    if (reading.status === 'wrong') {
      const state = refuseEntry(reading, typed, translator(isLocale(locale) ? locale : 'ar'))
      return documentPage(request, locale, async (context) => ({
        ...(await entryPage(context, cohortId, state)),
        status: 400,
      }))
    }
    await changeEntry(permit, reading.fields, new Date())
    return seeOther(`/${locale}${own}?done=saved`)
  })
}

async function entryPage({ locale, t, query }: DocumentContext, cohortId: string, refused: FormState | null) {
  const { cohort, permit } = await requireCohort('cohort:change', cohortId)
  const entry: Entry = await entryOf(permit)
  const path = href(locale, `/cohorts/${cohort.id}`)
  const done = (['saved', 'renewed'] as const).find((one) => one === query.get('done'))
  const title = t('cohorts.entry.title')
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <div className="stack">
          <p className="sm">
            <a href={path}>
              <Name>{cohort.name}</Name>
            </a>
          </p>
          <h1>{title}</h1>
          <p>{t('cohorts.entry.lead')}</p>
          {done && !refused && (
            <p className="note ok" role="status">
              {t(`cohorts.entry.${done}`)}
            </p>
          )}
          {cohort.archivedAt && <p className="note">{t('cohorts.entry.archived')}</p>}
        </div>
        {entry.code && opensByCode(entry) && !cohort.archivedAt && (
          <CodeSection code={entry.code} address={joinAddress(entry.code, locale)} action={`${path}/entry`} t={t} />
        )}
        {!cohort.archivedAt && <EntryForm action={`${path}/entry`} entry={entry} state={refused ?? UNTOUCHED} t={t} />}
        <p>
          <a href={`${path}/people?show=asked`}>{t('cohorts.entry.requests')}</a>
        </p>
      </div>
    </main>
  )
  return { title: refused ? `${t('fields.errorPrefix')} ${title}` : title, main, staff: true, index: false }
}
