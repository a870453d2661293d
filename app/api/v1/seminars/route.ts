import { api } from '@/app/http/api'
import { readSeminars } from '@/server/api/read-seminars'

export const GET = api('Seminars', (access, { page }) => readSeminars(access, page))
