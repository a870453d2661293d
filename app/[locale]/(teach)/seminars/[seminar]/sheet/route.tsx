import { page } from '@/app/http/get-page'
import { SheetPage } from '@/components/seminar/sheet-page'
import { openAttendance } from '@/server/seminar/attendance/list'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { staffDocument } from '../../../staff-document'

/** The sheet to sign, to be printed. */
export const GET = page<'seminar'>(async ({ locale, t, params, caller }) => {
  const { seminar, permit } = await requireSeminar(caller, 'seminar:run', params.seminar)
  const { places } = await openAttendance(permit, seminar, new Date())
  const main = <SheetPage seminar={seminar} places={places} locale={locale} t={t} />
  return staffDocument(t('attendance.sheet.title'), main)
})
