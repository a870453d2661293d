import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { memberTitle, type NamedMember, type ReasonedAct, ReasonPage } from '@/components/cohort/people/reason-page'
import { href } from '@/components/shell/paths'
import { readPeopleQuery, writePeopleQuery } from '@/domain/cohort/people-query'
import { reasonSchema } from '@/domain/form/reason'
import { staffDocument } from '../../../../staff-document'
import { peopleAddress } from '../people-address'

/** The person concerned, and the function that performs the act. */
type Granted = { person: NamedMember; run: (reason: string, now: Date) => Promise<unknown> }

/**
 * The page and the form of an act about a person that requires a reason.
 *
 * @param permit throws if the caller may not do it.
 */
export function reasonedAct(act: ReasonedAct, permit: (context: Context<'cohort' | 'member'>) => Promise<Granted>) {
  return formPage({
    permit,
    page: async ({ locale, t, query, params }, { person }, state) => {
      const shown = writePeopleQuery(readPeopleQuery(query))
      const main = <ReasonPage cohortId={params.cohort} {...{ person, act, shown, state, locale, t }} />
      return staffDocument(memberTitle(act, person, locale, t), main)
    },
    read: (form, { t }): { reason: string } | Refused => {
      const reason = String(form.get('reason') ?? '')
      const { data } = reasonSchema.safeParse({ reason })
      const text = t('cohorts.people.reasonNeeded')
      return data ?? { refused: { summary: [{ name: 'reason', text }], errors: { reason: text }, values: { reason } } }
    },
    act: ({ run }, { reason }) => run(reason, new Date()),
    done: (_, context) => href(context.locale, peopleAddress(context, { done: 'yes' })),
  })
}
