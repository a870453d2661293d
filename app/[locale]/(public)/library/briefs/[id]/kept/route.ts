import { page } from '@/app/http/get-page'
import { respondKept } from '@/app/http/kept-frame'
import { AppError } from '@/domain/errors'
import { lookUp } from '@/domain/library/library'
import { library } from '@/server/content/library'
import { keptBrief } from './kept-brief'

export const GET = page<'id'>(async ({ locale, params: { id } }) => {
  const brief = lookUp(library().briefs, id)
  if (!brief) throw new AppError('not-found', `brief ${id}`)
  return respondKept(keptBrief(brief, locale, new Date()))
})
