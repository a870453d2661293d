import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { WithdrawPage } from '@/components/institution/reason-page'
import { href } from '@/components/shell/paths'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { nameIn } from '@/domain/person/name-in'
import { withdrawConfirmation } from '@/server/institution/confirm-identity'
import { confirmedPerson } from '@/server/institution/confirmed-person'
import { staffDocument } from '../../../../staff-document'
import { readReason } from '../../../read-reason'

export const { GET, POST } = formPage({
  permit: ({ caller, params, query }: Context<'institution'>) =>
    confirmedPerson(caller, params.institution, query.get('account')),
  page: async ({ locale, t, query }, { institution, member }, state) => {
    const people = `/institutions/${institution.id}/people`
    const shown = readListQuery(query)
    const path = `${people}/withdraw${writeListQuery(shown, { account: member.accountId })}`
    const back = people + writeListQuery(shown)
    const about = { id: institution.id, name: nameIn(institution, locale), member, path, back, state, locale, t }
    return staffDocument(t('people.withdraw'), <WithdrawPage {...about} />)
  },
  read: readReason,
  act: ({ permit }, { reason }) => withdrawConfirmation(permit, reason, new Date()),
  done: (_, { locale, params, query }) =>
    href(locale, `/institutions/${params.institution}/people`) +
    writeListQuery(readListQuery(query), { done: 'withdrawn' }),
})
