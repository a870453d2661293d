import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { checkInAnywhere } from '@/server/seminar/attendance/check-in'
import { checkInDocument, readCheckIn } from './check-in-document'

/** The page for a person who cannot scan the code and types it. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => caller.session(),
  page: (context, signed, state) =>
    checkInDocument(context, signed, { result: null, halfDay: null, code: state.values.code ?? '' }, state),
  read: readCheckIn,
  act: async (signed, { who, code }, context) => {
    const result = await checkInAnywhere(who, code, new Date())
    return checkInDocument(context, signed, { result, halfDay: result.halfDay, code })
  },
  done: (answer) => answer,
})
