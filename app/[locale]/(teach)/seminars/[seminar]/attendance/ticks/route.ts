import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { textFields } from '@/domain/form/form-fields'
import { readKeptTicks, readTick, tickValue } from '@/domain/seminar/attendance'
import { type Ticked, tickPeople } from '@/server/seminar/attendance/list'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { listPath, savedList } from '../address'

/** Marks the ticked people as present: seen by the organiser, or signed on the sheet. */
export const POST = form({
  back: listPath,
  permit: ({ caller, params }: Context<'seminar'>) => requireSeminar(caller, 'seminar:run', params.seminar),
  read: (sent) => ({
    ticks: readTicks(sent),
    way: sent.get('way') === 'sheet' ? ('sheet' as const) : ('hand' as const),
  }),
  act: ({ permit, seminar }, ticked) => tickPeople(permit, seminar, ticked, new Date()),
  done: (_, context) => savedList(context),
})

function readTicks(sent: FormData): Ticked[] {
  const kept = readKeptTicks(textFields(sent, ['kept']).kept)
  return sent.getAll('tick').flatMap((value) => {
    const tick = readTick(value)
    return tick ? [{ ...tick, secondsAgo: kept[tickValue(tick)] ?? null }] : []
  })
}
