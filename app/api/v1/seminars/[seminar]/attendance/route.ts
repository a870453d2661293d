import { api } from '@/app/http/api'
import { readAttendance } from '@/server/api/read-seminars'

export const GET = api<'Attendance', 'seminar'>('Attendance', (access, { page, params, now }) =>
  readAttendance(access, params.seminar, page, now),
)
