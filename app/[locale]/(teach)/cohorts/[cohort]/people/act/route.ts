import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { ALL_CHOICES, type AllChoice, CHOICE_ACTS, type ChoiceAct } from '@/domain/cohort/many-acts'
import { readPeopleQuery } from '@/domain/cohort/people-query'
import { AppError } from '@/domain/errors'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { choosePeople } from '@/server/cohort/people/many/choose-people'
import { mayChoose } from '@/server/cohort/people/many/may-many'
import { peopleAddress } from '../people-address'

type Chosen = { act: ChoiceAct; all: AllChoice | null; ids: readonly string[] }

/**
 * Stores the set of chosen people, and redirects to the page that shows what the act would do, or to the form of a
 * message. The act itself is not done yet.
 */
export const POST = form({
  back: (context) => peopleAddress(context),
  permit: ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:read', params.cohort),
  read: readChosen,
  act: async (_, { act, all, ids }, { caller, params, query }) => {
    const now = new Date()
    const { cohort, permit } = await mayChoose(caller, params.cohort, act, now)
    const choice = all ? { all, asked: readPeopleQuery(query) } : { all, ids }
    return { act, set: await choosePeople(permit, cohort, act, choice, now) }
  },
  done: ({ act, set }, context) => {
    if (set === null) return href(context.locale, peopleAddress(context, { done: 'nobody' }))
    const at = act === 'write' ? 'messages/new' : `people/act/${act}`
    return href(context.locale, `/cohorts/${context.params.cohort}/${at}?set=${set}`)
  },
})

/** @throws {AppError} invalid-input */
function readChosen(sent: FormData): Chosen {
  const act = CHOICE_ACTS.find((one) => one === sent.get('act'))
  if (!act) throw new AppError('invalid-input', 'no such act')
  const all = ALL_CHOICES.find((one) => one === sent.get('all')) ?? null
  return { act, all, ids: [...new Set(sent.getAll('who').map(String))] }
}
