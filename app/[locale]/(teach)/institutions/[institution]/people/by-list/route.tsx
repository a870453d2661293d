import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { ByListPage } from '@/components/institution/by-list-page'
import { href } from '@/components/shell/paths'
import { readId } from '@/domain/institution/grant'
import {
  confirmByList,
  listedPeople,
  MOST_CONFIRMED,
  namesOfLeft,
  requireConfirming,
} from '@/server/institution/confirm-by-list'
import { openInstitution } from '@/server/institution/open-institution'
import { noteListed } from '@/server/institution/people-shown'
import { staffDocument } from '../../../../staff-document'

/** The most people who are named if they were left out: an address has room for no more. */
const MOST_NAMED = 20

type Granted = Awaited<ReturnType<typeof permitConfirming>>

/** Confirms in one step the identities of the people whose two names are the same as in the school's lists. */
export const { GET, POST } = formPage({
  permit: permitConfirming,
  page: byListPage,
  read: (sent) => sent.getAll('who').flatMap((id) => readId(String(id)) ?? []),
  act: ({ permit, institution }, chosen) => confirmByList(permit, institution, chosen, new Date()),
  done: ({ confirmed, left }, { locale, params }) => {
    const query = new URLSearchParams({ confirmed: String(confirmed) })
    if (left.length > 0) query.set('left', left.slice(0, MOST_NAMED).join(' '))
    return href(locale, `/institutions/${params.institution}/people/by-list?${query}`)
  },
})

async function permitConfirming({ caller, params }: Context<'institution'>) {
  const opened = await openInstitution(caller, 'people:read', params.institution)
  requireConfirming(opened.permit)
  return opened
}

async function byListPage({ locale, t, query }: Context<'institution'>, { permit, institution }: Granted) {
  const { equal, unlike } = (await listedPeople(permit)) ?? { equal: [], unlike: [] }
  const shown = equal.slice(0, MOST_CONFIRMED)
  const others = unlike.slice(0, MOST_CONFIRMED)
  await noteListed(permit, [...shown, ...others], new Date())
  const about = { institution, equal: shown, more: equal.length - shown.length, unlike: others }
  const main = <ByListPage {...about} outcome={await outcomeIn(query, permit)} locale={locale} t={t} />
  return staffDocument(t('people.byList.title'), main)
}

/** The outcome of the last confirmation, from the address. */
async function outcomeIn(query: URLSearchParams, permit: Granted['permit']) {
  const confirmed = query.get('confirmed') ?? ''
  if (!/^\d{1,4}$/.test(confirmed)) return null
  const left = (query.get('left') ?? '').split(' ').flatMap((id) => readId(id) ?? [])
  return { confirmed: Number(confirmed), left: await namesOfLeft(permit, left.slice(0, MOST_NAMED)) }
}
