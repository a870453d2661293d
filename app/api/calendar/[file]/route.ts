import { json } from '@/app/http/json'
import { thisVisit } from '@/app/http/request-info'
import { AppError } from '@/domain/errors'
import { spendLimit } from '@/server/auth/limits'
import { readFeed } from '@/server/calendar/read-feed'

/**
 * The calendar of the person who made this secret address. Her calendar program has no session, and may fetch the
 * calendar for years. The address is the only secret, so it is not logged, and she can revoke it.
 */
export const GET = json<'file'>(async ({ request, params }) => {
  const token = params.file.replace(/\.ics$/, '')
  const { now, address } = await thisVisit()
  const calendar = await readFeed(token, now, () => spendLimit('calendar', token, now))
  if (!calendar) {
    await spendLimit('calendar-wrong', address, now)
    throw new AppError('not-found', 'calendar')
  }
  const headers = { etag: calendar.etag, 'cache-control': 'private, max-age=0, must-revalidate' }
  if (request.headers.get('if-none-match') === calendar.etag) return new Response(null, { status: 304, headers })
  return new Response(calendar.text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="calendar.ics"',
      'x-robots-tag': 'noindex',
    },
  })
})
