import { page } from '@/app/http/get-page'
import { respondKept } from '@/app/http/kept-frame'
import { offlineDocument } from './offline-document'

export const GET = page(async ({ locale }) => respondKept(offlineDocument(locale)))
