import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { AddPersonPage } from '@/components/cohort/people/add-page'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { type AddedPerson, addPersonSchema, readAddedPerson } from '@/domain/cohort/add-person-form'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { addPerson, seatsLeft } from '@/server/cohort/people/add-person'
import { staffDocument } from '../../../../staff-document'

type Typed = ReturnType<typeof readAddedPerson>
type Order = { person: AddedPerson; another: boolean; typed: Typed }

/** Adds one person to a cohort by hand. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'cohort'>) => {
    const granted = await requireCohort(caller, 'cohort:enrol', params.cohort)
    if (granted.cohort.archivedAt) throw new AppError('conflict', 'an archived cohort')
    return granted
  },
  page: async ({ locale, t, query }, { cohort, permit }, state) => {
    const free = await seatsLeft(permit, cohort)
    const done = query.get('done')
    const added = done === 'invited' || done === 'waiting' ? done : null
    const main = <AddPersonPage {...{ cohort, free, added, state, locale, t }} />
    return staffDocument(t('cohorts.add.title'), main)
  },
  read: (form, { t }): Order | Refused => {
    const typed = readAddedPerson(form)
    const { data, error } = addPersonSchema.safeParse(typed)
    if (!data) return { refused: refuseFields(t, fieldProblems(error), typed) }
    return { person: data, another: form.has('another'), typed }
  },
  act: async ({ permit }, { person, another, typed }, { locale, t, params }) => {
    const added = await addPerson(permit, person, new Date())
    if (added.status !== 'refused') return { done: added.status, another }
    const way = added.memberId && {
      href: href(locale, `/cohorts/${params.cohort}/people/${added.memberId}`),
      label: t('cohorts.add.herPage'),
    }
    return { refused: refuseForm(t(`cohorts.add.problems.${added.why}`), typed, way || undefined) }
  },
  done: ({ done, another }, { locale, params }) =>
    href(locale, `/cohorts/${params.cohort}/people${another ? '/new' : ''}?done=${done}`),
})
