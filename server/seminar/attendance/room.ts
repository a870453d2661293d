import 'server-only'
import qrcode from 'qrcode'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { CODE_SECONDS, checkInRefusal, halfDayAt } from '@/domain/seminar/attendance'
import type { Permit } from '../../auth/permit'
import { sql } from '../../db/client'
import { countPresent } from '../../db/seminar/attendance'
import type { SeminarRow } from '../../db/seminar/seminars'
import { env } from '../../env'
import { roomCode } from './room-code'

/** What the room's screen shows now. @throws {AppError} not-found without a half-day */
export async function openRoom(permit: Permit<'seminar:run'>, seminar: SeminarRow, locale: Locale, now: Date) {
  if (permit.target.seminarId !== seminar.id) throw new AppError('forbidden', 'permit for another seminar')
  const halfDay = halfDayAt(seminar.halfDays, now)
  if (!halfDay) throw new AppError('not-found', 'half-day')
  const base = `${env().publicUrl}/${locale}/c`
  const open = checkInRefusal({ ...halfDay, status: seminar.status }, now) === null
  return {
    halfDay,
    seconds: CODE_SECONDS,
    address: base.replace(/^https?:\/\//, ''),
    count: await countPresent(sql(), halfDay.id),
    code: open ? await shownCode(halfDay.id, base, now) : null,
  }
}

async function shownCode(halfDayId: string, base: string, now: Date) {
  const { code, secondsLeft } = await roomCode(halfDayId, now)
  const { size, data } = qrcode.create(`${base}/${halfDayId}?k=${code}`, { errorCorrectionLevel: 'M' }).modules
  return { code, secondsLeft, modules: { size, dark: data } }
}
