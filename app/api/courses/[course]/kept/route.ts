import { listCopy } from '@/app/[locale]/(learn)/courses/[course]/kept/list-copy'
import { json } from '@/app/http/json'
import { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import { keepableRelease } from '@/server/course/kept'

/** The files of which a copy of the course in `?lang=` consists, with their hashes. */
export const GET = json<'course'>(async ({ request, params, caller }) => {
  const locale = new URL(request.url).searchParams.get('lang')
  if (!isLocale(locale)) throw new AppError('invalid-input', 'language')
  const now = new Date()
  const release = await keepableRelease(caller, params.course, now)
  return Response.json(await listCopy(release, locale, now), { headers: { 'cache-control': 'private, no-store' } })
})
