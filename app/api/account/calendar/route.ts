import { file, privateFile } from '@/app/http/file'
import { permitToReadAccount } from '@/server/auth/permit'
import { readOwnCalendar } from '@/server/calendar/read-feed'

/** The caller's calendar as it is now, as a file: it needs no secret address, and does not change afterwards. */
export const GET = file({ path: () => '/learning/reminders', name: (t) => t('calendar.title') }, async ({ caller }) => {
  const text = await readOwnCalendar(await permitToReadAccount(caller), new Date())
  return new Response(text, { headers: privateFile('calendar.ics', 'text/calendar; charset=utf-8') })
})
