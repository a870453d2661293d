import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { AppError } from '@/domain/errors'
import { checkIn, earlierResult, readCheckInHalfDay } from '@/server/seminar/attendance/check-in'
import { checkInDocument, readCheckIn } from '../check-in-document'

/** The page that opens on a telephone that scans the code on the room's screen. Only its button records a presence. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context<'room'>) => caller.session(),
  page: async (context, signed, state) => {
    const halfDay = await readCheckInHalfDay(context.params.room, signed?.accountId ?? null)
    if (!halfDay) throw new AppError('not-found', 'room')
    const code = state.values.code ?? context.query.get('k')?.slice(0, 12) ?? ''
    return checkInDocument(context, signed, { result: earlierResult(halfDay), halfDay, code }, state)
  },
  read: readCheckIn,
  act: async (signed, { who, code, late }, context) => {
    const result = await checkIn(context.params.room, who, { typed: code, late }, new Date())
    if (!result) throw new AppError('not-found', 'room')
    return checkInDocument(context, signed, { result, halfDay: result.halfDay, code })
  },
  done: (answer) => answer,
})
