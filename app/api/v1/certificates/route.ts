import { api } from '@/app/http/api'
import { readCertificates } from '@/server/api/read-certificates'

export const GET = api('Certificates', (access, { page, now }) => readCertificates(access, page, now))
