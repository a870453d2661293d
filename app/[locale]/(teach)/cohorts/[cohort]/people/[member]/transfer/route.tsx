import { documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import { UNTOUCHED } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { nameIn } from '@/domain/cohort/name-in'
import { formatLooseDate } from '@/i18n/translator'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { personOf } from '@/server/cohort/people/person-of'
import { transfer, transferGoals } from '@/server/cohort/people/transfer'
import { seeOther } from '@/server/respond'
import { readPeopleQuery, writePeopleQuery } from '../../people-query'

type Context = { params: Promise<{ locale: string; cohort: string; member: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId, member: memberId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { cohort, permit } = await requireCohort('cohort:enrol', cohortId)
    const person = await personOf(permit, memberId)
    const goals = await transferGoals(permit, cohort, new Date())
    const people = href(locale, `/cohorts/${cohort.id}/people`)
    const shown = writePeopleQuery(readPeopleQuery(query))
    const title = t('cohorts.people.transferTitle', { name: nameIn(person, locale) || person.email })
    const daysOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
      t('cohorts.list.from', { start: formatLooseDate(startsOn, locale), end: formatLooseDate(endsOn, locale) })
    const main = (
      <main id="main" className="wrap page">
        <div className="narrow stack">
          <p className="sm">
            <a href={`${people}${shown}`}>{t('cohorts.people.title')}</a>
          </p>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          {goals.length === 0 && <p className="note">{t('cohorts.people.transferNone')}</p>}
          {goals.length > 0 && (
            <>
              <p>{t('cohorts.people.transferLead')}</p>
              <PlainForm
                id="transfer"
                action={`${people}/${person.id}/transfer${shown}`}
                fields={[
                  {
                    kind: 'select',
                    name: 'cohort',
                    label: t('cohorts.people.transferTo'),
                    options: goals.map((goal) => ({ value: goal.id, label: `${goal.name} (${daysOf(goal)})` })),
                  },
                ]}
                state={UNTOUCHED}
                texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
                submit={t('cohorts.people.transfer')}
              />
            </>
          )}
          <p>
            <a href={`${people}${shown}`}>{t('cohorts.people.cancel')}</a>
          </p>
        </div>
      </main>
    )
    return { title, main, staff: true, index: false }
  })
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId, member: memberId } = await params
  const shown = readPeopleQuery(new URL(request.url).searchParams)
  const own = `/cohorts/${cohortId}/people/${memberId}/transfer${writePeopleQuery(shown)}`
  return formPage(request, locale, own, async (form) => {
    const { permit } = await requireCohort('cohort:enrol', cohortId)
    await transfer(permit, memberId, String(form.get('cohort') ?? ''), new Date())
    return seeOther(`/${locale}/cohorts/${cohortId}/people${writePeopleQuery(shown, { done: 'yes' })}`)
  })
}
