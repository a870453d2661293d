import { page } from '@/app/http/get-page'
import { blankWorksheet } from './blank-worksheet'

/** The blank worksheet of signs. It is the same for everybody, and what is entered in it never leaves the browser. */
export const GET = page(async ({ locale, t }) => ({
  title: t('worksheet.title'),
  description: t('worksheet.stays'),
  main: blankWorksheet(locale, t),
  styles: ['worksheet.css'],
  script: 'worksheet.js',
}))
