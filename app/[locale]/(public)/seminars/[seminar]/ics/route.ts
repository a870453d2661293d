import { file } from '@/app/http/file'
import { thisVisit } from '@/app/http/request-info'
import { seminarFile } from '@/server/calendar-file/seminar-file'
import { openForCalendar } from '@/server/seminar/registration'
import { calendarSeminar } from '@/server/seminar/seminar-calendar'

/** The event of a seminar for a calendar, at `/seminars/{id}.ics`, for whoever may see the seminar. */
export const GET = file<'seminar'>(
  { path: ({ params }) => `/seminars/${params.seminar}`, name: (t) => t('registration.backOne') },
  async ({ caller, params, query, locale }) => {
    const { address, now } = await thisVisit()
    const asking = { seminarId: params.seminar, token: query.get('guest'), code: query.get('code') ?? '', address, now }
    const { seminar, seesEvent } = await openForCalendar(caller, asking)
    return new Response(seminarFile(calendarSeminar(seminar, seesEvent), locale).content, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="seminar.ics"',
        'cache-control': 'private, no-cache',
        'x-robots-tag': 'noindex',
      },
    })
  },
)
