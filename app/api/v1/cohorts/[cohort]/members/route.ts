import { api } from '@/app/http/api'
import { readMembers } from '@/server/api/read-cohorts'

export const GET = api<'Members', 'cohort'>('Members', (access, { page, params, now }) =>
  readMembers(access, params.cohort, page, now),
)
