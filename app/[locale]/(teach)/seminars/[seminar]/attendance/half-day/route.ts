import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { textFields } from '@/domain/form/form-fields'
import { closeCheckIn } from '@/server/seminar/attendance/list'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { listPath, savedList } from '../address'

/** Closes the check-in of a half-day, or opens it again. */
export const POST = form({
  back: listPath,
  permit: ({ caller, params }: Context<'seminar'>) => requireSeminar(caller, 'seminar:run', params.seminar),
  read: (sent) => textFields(sent, ['halfDay', 'act']),
  act: ({ permit, seminar }, { halfDay, act }) =>
    closeCheckIn(permit, seminar, { halfDayId: halfDay, close: act === 'close' }, new Date()),
  done: (_, context) => savedList(context),
})
