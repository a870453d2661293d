import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { PeoplePage } from '@/components/institution/people-page'
import { decide } from '@/domain/auth/policy'
import { rolesIn } from '@/domain/auth/role'
import { readListQuery } from '@/domain/institution/list-query'
import { nameIn } from '@/domain/person/name-in'
import { openInstitution } from '@/server/institution/open-institution'
import { peopleShown } from '@/server/institution/people-shown'
import { doneIn, staffDocument } from '../../../staff-document'
import { offerRoleFrom, peopleAddress, readOffer } from '../../people-forms'

/** Lists the people who hold a role in an institution; the form offers a role. */
export const { GET, POST } = formPage({
  permit: openPeople,
  page: async ({ locale, t, query }, { permit, institution, offered }, state) => {
    const shown = readListQuery(query)
    const path = `/institutions/${institution.id}`
    const main = (
      <PeoplePage
        title={t('people.title')}
        lead={t('people.lead')}
        crumbs={[{ path, label: nameIn(institution, locale) }]}
        done={doneIn(query)}
        path={`${path}/people`}
        reader={permit.actor}
        institutionId={institution.id}
        shown={shown}
        {...(await peopleShown(permit, shown, new Date()))}
        offered={offered}
        endAgain={query.get('again') === 'end'}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return staffDocument(t('people.title'), main)
  },
  read: readOffer,
  act: offerRoleFrom,
  done: (_, context) => peopleAddress(context, context.params.institution, 'offered'),
})

/** The institution with the permit to read its people, and the roles that this reader may offer. */
async function openPeople({ caller, params }: Context<'institution'>) {
  const { permit, institution } = await openInstitution(caller, 'people:read', params.institution)
  const offered = rolesIn(institution.kind).filter(
    (role) => decide(permit.actor, 'role:offer', { ...permit.target, accountId: null, role }) === 'allowed',
  )
  return { permit, institution, offered }
}
