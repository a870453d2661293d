import { page } from '@/app/http/get-page'
import { AttendancePage } from '@/components/seminar/attendance-page'
import { decide } from '@/domain/auth/policy'
import { closingOf, listOf } from '@/server/seminar/attendance/closing'
import { openAttendance } from '@/server/seminar/attendance/list'
import { requireSeminar, seminarTarget } from '@/server/seminar/seminar-permit'
import { staffDocument } from '../../../staff-document'

/** Who was present, for those who organise the seminar. */
export const GET = page<'seminar'>(async ({ locale, t, query, params, caller }) => {
  const now = new Date()
  const { seminar, permit } = await requireSeminar(caller, 'seminar:read', params.seminar)
  const view = await openAttendance(permit, seminar, now)
  const target = seminarTarget(seminar)
  const closes = decide(permit.actor, 'seminar:issue', target) !== 'forbidden'
  const main = (
    <AttendancePage
      seminar={seminar}
      places={view.places}
      unlisted={view.unlisted}
      closed={listOf(view)}
      runs={decide(permit.actor, 'seminar:run', target) === 'allowed'}
      closing={closes ? closingOf(seminar, view, now) : null}
      saved={query.get('done') === 'saved'}
      locale={locale}
      t={t}
    />
  )
  return { ...staffDocument(t('attendance.list.title'), main), script: 'attendance.js' }
})
