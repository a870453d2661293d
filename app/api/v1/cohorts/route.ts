import { api } from '@/app/http/api'
import { readCohorts } from '@/server/api/read-cohorts'

export const GET = api('Cohorts', (access, { page }) => readCohorts(access, page))
