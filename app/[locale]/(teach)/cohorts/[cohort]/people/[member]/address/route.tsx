import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { AddressPage } from '@/components/cohort/people/address-page'
import { memberTitle } from '@/components/cohort/people/reason-page'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { type AddressChange, addressSchema, readAddress } from '@/domain/cohort/address-form'
import { isAddressOpen } from '@/domain/cohort/member-acts'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { correctAddress } from '@/server/cohort/people/correct-address'
import { personOf } from '@/server/cohort/people/person-of'
import { staffDocument } from '../../../../../staff-document'
import { peopleAddress } from '../../people-address'

/** Corrects the address of somebody who has no account yet. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort' | 'member'>) => requireCohort(caller, 'cohort:enrol', params.cohort),
  page: async ({ locale, t, query, params }, { cohort, permit }, state) => {
    const person = await personOf(permit, params.member)
    if (cohort.archivedAt || !isAddressOpen(person)) throw new AppError('conflict', 'her address is her own')
    const shown = writePeopleQuery(readPeopleQuery(query))
    const main = <AddressPage {...{ cohortId: cohort.id, person, shown, state, locale, t }} />
    return staffDocument(memberTitle('address', person, locale, t), main)
  },
  read: (form, { t }): AddressChange | Refused => {
    const typed = readAddress(form)
    const { data, error } = addressSchema.safeParse(typed)
    return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
  },
  act: async ({ permit }, change, { locale, t, params }) => {
    const corrected = await correctAddress(permit, params.member, change, new Date())
    if (corrected.status === 'corrected') return corrected
    const way = corrected.memberId && {
      href: href(locale, `/cohorts/${params.cohort}/people/${corrected.memberId}`),
      label: t('cohorts.add.herPage'),
    }
    const typed = { email: change.email }
    return { refused: refuseForm(t(`cohorts.address.problems.${corrected.why}`), typed, way || undefined) }
  },
  done: (_, context) => href(context.locale, peopleAddress(context, { done: 'corrected' })),
})
