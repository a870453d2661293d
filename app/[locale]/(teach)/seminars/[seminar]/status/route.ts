import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { STATUS_ACTS, type StatusAct } from '@/domain/seminar/state'
import { changeStatus } from '@/server/seminar/change-status'
import { requireSeminar } from '@/server/seminar/seminar-permit'

type Act = Exclude<StatusAct, 'cancel'>

/** Opens or closes registration, or says that the seminar was held. */
export const POST = form({
  back: ({ params }: Context<'seminar'>) => `/seminars/${params.seminar}`,
  permit: ({ caller, params }: Context<'seminar'>) => requireSeminar(caller, 'seminar:change', params.seminar),
  read: (sent): Act => {
    const act = STATUS_ACTS.find((one) => one === sent.get('act'))
    if (!act || act === 'cancel') throw new AppError('invalid-input', 'act on a seminar')
    return act
  },
  act: async ({ permit }, act) => {
    const result = await changeStatus(permit, act, new Date())
    if (result !== 'done') throw new AppError('conflict', `${act}: ${result.refused}`)
    return act
  },
  done: (act, { locale, params }) => href(locale, `/seminars/${params.seminar}?done=${act}`),
})
