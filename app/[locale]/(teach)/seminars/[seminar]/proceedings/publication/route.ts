import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { changeProceedings, PROCEEDINGS_ACTS, type ProceedingsAct } from '@/server/seminar/proceedings'
import { requireSeminar } from '@/server/seminar/seminar-permit'

const pageOf = (seminar: string) => `/seminars/${seminar}/proceedings`

/** Publishes the proceedings of a seminar, or ends their publication. */
export const POST = form({
  back: ({ params }: Context<'seminar'>) => pageOf(params.seminar),
  permit: ({ caller, params }: Context<'seminar'>) => requireSeminar(caller, 'seminar:change', params.seminar),
  read: (sent): ProceedingsAct => {
    const act = PROCEEDINGS_ACTS.find((one) => one === sent.get('act'))
    if (!act) throw new AppError('invalid-input', 'act on proceedings')
    return act
  },
  act: async ({ permit }, act) => {
    await changeProceedings(permit, act, new Date())
    return act
  },
  done: (act, { locale, params }) => `${href(locale, pageOf(params.seminar))}?done=${act}`,
})
