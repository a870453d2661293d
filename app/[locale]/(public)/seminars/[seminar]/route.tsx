import { page } from '@/app/http/get-page'
import { EventPage } from '@/components/seminar/event-page'
import { ManageBar, NominateBar, SEMINAR_DONE } from '@/components/seminar/manage-bar'
import { MySurveys } from '@/components/survey/my-surveys'
import { shownIn } from '@/domain/text/texts'
import { describeSeminar } from '@/i18n/when'
import { openMaterials } from '@/server/seminar/materials'
import { openSeminar } from '@/server/seminar/open-seminar'
import { recordingOf } from '@/server/seminar/recording'
import { seminarCourse } from '@/server/seminar/seminar-tests'
import { mySurveysOfSeminar } from '@/server/survey/answer-survey'

export const GET = page<'seminar'>(async ({ locale, t, query, params, caller }) => {
  const now = new Date()
  const open = await openSeminar(caller, params.seminar)
  const { seminar, reader } = open
  const done = SEMINAR_DONE.find((one) => one === query.get('done')) ?? null
  const [course, materials, offers] = await Promise.all([
    seminarCourse(open, now),
    openMaterials(open, now),
    mySurveysOfSeminar(caller, open, now),
  ])
  const manage = reader.mayRead ? (
    <ManageBar
      seminar={seminar}
      tested={course?.tested ?? false}
      done={done}
      mayChange={reader.mayChange}
      mayRun={reader.mayRun}
      locale={locale}
      t={t}
      now={now}
    />
  ) : (
    reader.mayNominate && <NominateBar seminarId={seminar.id} locale={locale} t={t} />
  )
  const surveys = <MySurveys offers={offers} locale={locale} t={t} />
  // For other readers the page of registration does not exist.
  const mayRegister = seminar.listed === 'public' || reader.member || reader.registration !== null
  const video = recordingOf(seminar, now)
  const mine = { registration: reader.registration, mayRegister, course, materials, manage, surveys }
  const about = { seminar, video, ...mine, locale, t, now }
  return {
    title: shownIn(seminar.titles, locale)?.value ?? t('seminar.title'),
    description: describeSeminar(seminar, locale, t),
    main: <EventPage {...about} />,
    styles: video ? ['film.css', 'seminar.css'] : ['seminar.css'],
    staff: reader.mayRead || reader.mayNominate,
    index: seminar.listed === 'public' && seminar.status !== 'draft',
  }
})
