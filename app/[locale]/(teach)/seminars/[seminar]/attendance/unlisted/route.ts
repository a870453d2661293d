import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { textFields } from '@/domain/form/form-fields'
import { answerUnlisted } from '@/server/seminar/attendance/list'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { listPath, savedList } from '../address'

/** Registers a person who gave the code but was not on the list, or removes her entry. */
export const POST = form({
  back: listPath,
  permit: ({ caller, params }: Context<'seminar'>) => requireSeminar(caller, 'seminar:run', params.seminar),
  read: (sent) => textFields(sent, ['id', 'answer']),
  act: ({ permit, seminar }, { id, answer }) =>
    answerUnlisted(permit, seminar, { id, confirm: answer === 'confirm' }, new Date()),
  done: (_, context) => savedList(context),
})
