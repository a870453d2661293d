import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { PeoplePage } from '@/components/institution/people-page'
import { PLATFORM_ROLES } from '@/domain/auth/role'
import { readListQuery } from '@/domain/institution/list-query'
import { requirePermission } from '@/server/auth/permit'
import { courseTitles } from '@/server/editorial/parts'
import { peopleShown } from '@/server/institution/people-shown'
import { doneIn, staffDocument } from '../../staff-document'
import { offerRoleFrom, peopleAddress, peoplePath, readOffer } from '../people-forms'

/** Lists the administrators and the support staff of the platform; the form offers a role. */
export const { GET, POST } = formPage({
  permit: async ({ caller }: Context) => ({
    permit: await requirePermission(caller, 'people:read', { institutionId: null }),
    // The role of reviewer has its own page, because its form asks which texts she reviews.
    offered: PLATFORM_ROLES.filter((role) => role !== 'reviewer'),
  }),
  page: async ({ locale, t, query }, { permit, offered }, state) => {
    const shown = readListQuery(query)
    const main = (
      <PeoplePage
        title={t('people.platformTitle')}
        lead={t('people.platformLead')}
        crumbs={[]}
        done={doneIn(query)}
        path={peoplePath(null)}
        reader={permit.actor}
        institutionId={null}
        shown={shown}
        {...(await peopleShown(permit, shown, new Date()))}
        offered={offered}
        courses={await courseTitles()}
        endAgain={query.get('again') === 'end'}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return staffDocument(t('people.platformTitle'), main)
  },
  read: readOffer,
  act: offerRoleFrom,
  done: (_, context) => peopleAddress(context, null, 'offered'),
})
