import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { ManyPage, titleOf } from '@/components/cohort/people/many-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { MANY_ACTS, type ManyAct } from '@/domain/cohort/many-acts'
import { AppError } from '@/domain/errors'
import { reasonSchema } from '@/domain/form/reason'
import { invitationEnds } from '@/server/cohort/invite'
import { mayDo } from '@/server/cohort/people/many/may-many'
import { openSet, usableSet } from '@/server/cohort/people/many/open-set'
import { startSet } from '@/server/cohort/people/many/start-set'
import { seeOther } from '@/server/respond'
import { staffDocument } from '../../../../../staff-document'

type Granted = Awaited<ReturnType<typeof permitAct>>
type Order = { goalId: string | null; reason: string | null }

/** Shows what an act on many people would do. The form confirms it. */
export const { GET, POST } = formPage({
  permit: permitAct,
  page: manyPage,
  read: readOrder,
  act: async ({ permit, act }, order: Order, context) => {
    const key = context.query.get('set') ?? ''
    const set = await usableSet(permit, act, key, new Date())
    if (!set) return peopleOf(context, 'expired')
    await startSet(permit, set, order, new Date())
    return href(context.locale, `/cohorts/${context.params.cohort}/people/act/${act}?set=${set.id}`)
  },
  done: (address) => address,
})

async function permitAct({ caller, params }: Context<'cohort' | 'act'>) {
  const act = MANY_ACTS.find((one) => one === params.act)
  if (!act) throw new AppError('not-found', 'no such act')
  return { act, ...(await mayDo(caller, params.cohort, act)) }
}

function peopleOf({ locale, params }: Context<'cohort' | 'act'>, done: string): string {
  return href(locale, `/cohorts/${params.cohort}/people?done=${done}`)
}

async function manyPage(context: Context<'cohort' | 'act'>, { permit, cohort, act }: Granted, state: FormState) {
  const { locale, t, query } = context
  const now = new Date()
  const set = await usableSet(permit, act, query.get('set') ?? '', now)
  // A set of people is stored for an hour and belongs to one person. Later, or for another person, it does not exist.
  if (!set) return seeOther(peopleOf(context, 'expired'))
  const opened = await openSet(permit, cohort, set, state.values.goal ?? query.get('goal'), now)
  const view = opened.status === 'planned' ? { ...opened, invitedUntil: invitationEnds(now) } : opened
  const main = <ManyPage cohort={cohort} set={set.id} view={view} state={state} locale={locale} t={t} />
  return staffDocument(titleOf(view, t), main)
}

function readOrder(sent: FormData, { t, params }: Context<'cohort' | 'act'>): Order | Refused {
  const goalId = params.act === 'transfer' ? String(sent.get('goal') ?? '') : null
  if (!needsReason(params.act)) return { goalId, reason: null }
  const reason = String(sent.get('reason') ?? '')
  const { data } = reasonSchema.safeParse({ reason })
  const text = t('cohorts.people.reasonNeeded')
  if (data) return { goalId, reason: data.reason }
  return {
    refused: { ...UNTOUCHED, summary: [{ name: 'reason', text }], errors: { reason: text }, values: { reason } },
  }
}

function needsReason(act: string): act is Extract<ManyAct, 'withdraw'> {
  return act === 'withdraw'
}
