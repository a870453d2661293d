import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { reasonSchema } from '@/domain/access/institution'
import { nameIn } from '@/domain/cohort/name-in'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { personOf } from '@/server/cohort/people/person-of'
import { withdraw } from '@/server/cohort/people/withdraw'
import { seeOther } from '@/server/respond'
import { readPeopleQuery, writePeopleQuery } from '../../people-query'

type Context = { params: Promise<{ locale: string; cohort: string; member: string }> }
type Asked = { cohortId: string; memberId: string; state: FormState }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId, member: memberId } = await params
  return documentPage(request, locale, (context) => withdrawPage(context, { cohortId, memberId, state: UNTOUCHED }))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId, member: memberId } = await params
  const shown = readPeopleQuery(new URL(request.url).searchParams)
  const own = `/cohorts/${cohortId}/people/${memberId}/withdraw${writePeopleQuery(shown)}`
  return formPage(request, locale, own, async (form) => {
    const { permit } = await requireCohort('cohort:enrol', cohortId)
    const typed = String(form.get('reason') ?? '')
    const { data } = reasonSchema.safeParse({ reason: typed })
    if (!data) {
      const text = translator(isLocale(locale) ? locale : 'ar')('cohorts.people.reasonNeeded')
      const state = { summary: [{ name: 'reason', text }], errors: { reason: text }, values: { reason: typed } }
      return documentPage(request, locale, async (context) => ({
        ...(await withdrawPage(context, { cohortId, memberId, state })),
        status: 400,
      }))
    }
    await withdraw(permit, memberId, data.reason, new Date())
    return seeOther(`/${locale}/cohorts/${cohortId}/people${writePeopleQuery(shown, { done: 'yes' })}`)
  })
}

async function withdrawPage({ locale, t, query }: DocumentContext, { cohortId, memberId, state }: Asked) {
  const { cohort, permit } = await requireCohort('cohort:enrol', cohortId)
  const person = await personOf(permit, memberId)
  const people = href(locale, `/cohorts/${cohort.id}/people`)
  const shown = writePeopleQuery(readPeopleQuery(query))
  const title = t('cohorts.people.withdrawTitle', { name: nameIn(person, locale) || person.email })
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <p className="sm">
          <a href={`${people}${shown}`}>{t('cohorts.people.title')}</a>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p>{t('cohorts.people.withdrawLead')}</p>
        <PlainForm
          id="withdraw"
          action={`${people}/${person.id}/withdraw${shown}`}
          fields={[{ kind: 'area', name: 'reason', label: t('cohorts.people.reason'), hint: t('fields.reasonHint') }]}
          state={state}
          texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
          submit={t('cohorts.people.withdraw')}
          look="danger"
        />
        <p>
          <a href={`${people}${shown}`}>{t('cohorts.people.cancel')}</a>
        </p>
      </div>
    </main>
  )
  return { title, main, index: false }
}
