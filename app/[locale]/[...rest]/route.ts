import { page } from '@/app/http/get-page'
import { AppError } from '@/domain/errors'

/** Any address without a page: a 404 in the reader's language. Next's own 404 page would need JavaScript for that. */
export const GET = page(async () => {
  throw new AppError('not-found', 'address')
})
