import { page } from '@/app/http/get-page'
import { ProceedingsPage } from '@/components/seminar/proceedings-page'
import { shownIn } from '@/domain/text/texts'
import { describeSeminar } from '@/i18n/when'
import { env } from '@/server/env'
import { openProceedings, PROCEEDINGS_ACTS } from '@/server/seminar/proceedings'
import { recordingOf } from '@/server/seminar/recording'

/** The proceedings of a seminar. */
export const GET = page<'seminar'>(async ({ locale, t, query, params, caller }) => {
  const now = new Date()
  const proceedings = await openProceedings(caller, params.seminar, now)
  const { seminar, reader } = proceedings
  const done = reader.mayChange ? (PROCEEDINGS_ACTS.find((one) => one === query.get('done')) ?? null) : null
  const video = recordingOf(seminar, now)
  const title = shownIn(seminar.titles, locale)?.value ?? ''
  return {
    title: t('seminar.proceedings.of', { title }),
    description: describeSeminar(seminar, locale, t),
    main: <ProceedingsPage {...proceedings} video={video} origin={env().publicUrl} done={done} locale={locale} t={t} />,
    styles: video ? ['film.css', 'seminar.css'] : ['seminar.css'],
    staff: reader.mayRead,
    index: seminar.proceedingsAt !== null,
  }
})
