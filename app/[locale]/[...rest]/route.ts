import { page } from '@/app/http/get-page'
import { AppError } from '@/domain/errors'

/** Any address that no page has: a 404 in the reader's language, which Next's own would only show with JavaScript. */
export const GET = page(async () => {
  throw new AppError('not-found', 'address')
})
