import { page } from '@/app/http/get-page'
import { respondKept } from '@/app/http/kept-frame'
import { keptWorksheet } from './kept-worksheet'

export const GET = page(async ({ locale }) => respondKept(keptWorksheet(locale, new Date())))
