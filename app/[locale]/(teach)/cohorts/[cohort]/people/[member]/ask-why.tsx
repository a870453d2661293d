import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { PlainForm } from '@/components/ui/plain-form'
import { nameIn } from '@/domain/cohort/name-in'
import { reasonSchema } from '@/domain/institution/institution'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { seeOther } from '@/server/respond'
import { readPeopleQuery, writePeopleQuery } from '../people-query'

type Context = { params: Promise<{ locale: string; cohort: string; member: string }> }
type Person = { id: string; email: string; nameArabic: string; nameLatin: string }
/** An act about a person that cannot be done without saying why. Its texts stand under `cohorts.people`. */
export type Act = {
  name: 'withdraw' | 'refuse'
  /** About whom, and how it is done: for who may. @throws {AppError} for anybody else */
  open: (
    cohortId: string,
    memberId: string,
  ) => Promise<{ person: Person; run: (reason: string, now: Date) => Promise<unknown> }>
}

export async function askWhy(request: Request, { params }: Context, act: Act): Promise<Response> {
  const { locale, cohort, member } = await params
  return documentPage(request, locale, async (context) => {
    const { person } = await act.open(cohort, member)
    return whyPage(context, { act, cohort, person, state: UNTOUCHED })
  })
}

export async function hearWhy(request: Request, { params }: Context, act: Act): Promise<Response> {
  const { locale, cohort, member } = await params
  const shown = readPeopleQuery(new URL(request.url).searchParams)
  const own = `/cohorts/${cohort}/people/${member}/${act.name}${writePeopleQuery(shown)}`
  return formPage(request, locale, own, async (form) => {
    const { person, run } = await act.open(cohort, member)
    const typed = String(form.get('reason') ?? '')
    const { data } = reasonSchema.safeParse({ reason: typed })
    if (!data) {
      const text = translator(isLocale(locale) ? locale : 'ar')('cohorts.people.reasonNeeded')
      const state = { summary: [{ name: 'reason', text }], errors: { reason: text }, values: { reason: typed } }
      return documentPage(request, locale, async (context) => ({
        ...whyPage(context, { act, cohort, person, state }),
        status: 400,
      }))
    }
    await run(data.reason, new Date())
    return seeOther(`/${locale}/cohorts/${cohort}/people${writePeopleQuery(shown, { done: 'yes' })}`)
  })
}

type Asked = { act: Act; cohort: string; person: Person; state: FormState }

function whyPage({ locale, t, query }: DocumentContext, { act: { name }, cohort, person, state }: Asked) {
  const people = href(locale, `/cohorts/${cohort}/people`)
  const shown = writePeopleQuery(readPeopleQuery(query))
  const title = t(`cohorts.people.${name}Title`, { name: nameIn(person, locale) || person.email })
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <p className="sm">
          <a href={`${people}${shown}`}>{t('cohorts.people.title')}</a>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p>{t(`cohorts.people.${name}Lead`)}</p>
        <PlainForm
          id={name}
          action={`${people}/${person.id}/${name}${shown}`}
          fields={[{ kind: 'area', name: 'reason', label: t('cohorts.people.reason'), hint: t('fields.reasonHint') }]}
          state={state}
          texts={{ problems: t('errors.title'), optional: t('fields.optional') }}
          submit={t(`cohorts.people.${name}`)}
          look="danger"
        />
        <p>
          <a href={`${people}${shown}`}>{t('cohorts.people.cancel')}</a>
        </p>
      </div>
    </main>
  )
  return { title, main, staff: true, index: false }
}
