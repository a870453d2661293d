import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseForm } from '@/components/form/refuse-form'
import { CancelPage } from '@/components/seminar/cancel-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { readReason } from '@/domain/seminar/reason-form'
import { afterAct } from '@/domain/seminar/state'
import type { Texts } from '@/domain/text/texts'
import { cancelSeminar, peopleToTell } from '@/server/seminar/change-status'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { seminarDocument } from '../../seminar-document'

/** Cancels a seminar, with the reason that people are told. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'seminar'>) => {
    const found = await requireSeminar(caller, 'seminar:change', params.seminar)
    const after = afterAct(found.seminar, 'cancel', new Date())
    if ('refused' in after) throw new AppError('conflict', `cancel: ${after.refused}`)
    return found
  },
  page: async ({ locale, t }, { seminar, permit }, state) => {
    const recipients = await peopleToTell(permit)
    return seminarDocument(t('seminar.acts.cancel'), <CancelPage {...{ seminar, recipients, state, locale, t }} />)
  },
  read: (sent, { t }): Texts | Refused => {
    const { reason, typed } = readReason(sent)
    return reason ?? { refused: refuseForm(t('seminar.cancel.missing'), typed) }
  },
  act: async ({ permit }, reason, { t }): Promise<true | Refused> => {
    const result = await cancelSeminar(permit, reason, new Date())
    return result === 'done' || { refused: refuseForm(t(`seminar.refused.${result.refused}`), {}), status: 409 }
  },
  done: (_, { locale, params }) => href(locale, `/seminars/${params.seminar}?done=cancel`),
})
