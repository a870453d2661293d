import { page } from '@/app/http/get-page'
import { RoomPage } from '@/components/seminar/room-page'
import { openRoom } from '@/server/seminar/attendance/room'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { staffDocument } from '../../../staff-document'

/** The page for the screen of the room, with its code, which changes regularly. */
export const GET = page<'seminar'>(async ({ locale, t, params, caller }) => {
  const { seminar, permit } = await requireSeminar(caller, 'seminar:run', params.seminar)
  const room = await openRoom(permit, seminar, locale, new Date())
  const main = <RoomPage seminar={seminar} {...room} locale={locale} t={t} />
  return { ...staffDocument(t('attendance.room.title'), main), script: 'room.js' }
})
