import { page } from '@/app/http/get-page'
import { OffersNotice } from '@/components/account/offers-notice'
import { AnnouncementNotice } from '@/components/announcement/received-announcements'
import { LawOfferNotices } from '@/components/certificate/law-offer-notice'
import { LearningPage } from '@/components/course/learning-page'
import { BeginReviews } from '@/components/review/begin-review'
import { GuestPlacesNotice } from '@/components/seminar/guest-places-notice'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import { dayOf } from '@/domain/time/day'
import { myAnnouncements, recentOf } from '@/server/announcement/my-announcements'
import { type Caller, deskOf, requireSession } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { myRequests } from '@/server/cohort/entry/my-requests'
import { myRecalls } from '@/server/cohort/tests/my-recalls'
import { myWeakObjectives } from '@/server/exam/my-weak-objectives'
import { withPractice } from '@/server/exam/practice-set'
import { countOffersToMe } from '@/server/institution/answer-offer'
import { myPractice } from '@/server/practice/practice-lists'
import { missedFile } from '@/server/progress/missed-file'
import { myLearning } from '@/server/progress/my-learning'
import { myStudies, myWeek } from '@/server/progress/my-study'
import { type MyReview, myReview } from '@/server/review/my-review'
import { mySeminars } from '@/server/seminar/list-seminars'
import { myGuestPlaces } from '@/server/seminar/registration'
import { mySurveys } from '@/server/survey/answer-survey'
import { correctedNotice } from './corrected'
import { ownDates } from './own-dates'
import { offersIn } from './review/review-view'
import { begunPractice, goOn, missedPractice, type Reader, reviewEntry, weakPractice } from './today-entries'

export const GET = page(async ({ locale, t, caller }) => {
  const session = await requireSession(caller)
  const permit = await permitToReadAccount(caller)
  const now = new Date()
  const reader = { locale, t, now }
  const [learning, weak, review, requests, announcements, desk, week, notice] = await Promise.all([
    myLearning(caller, permit, now),
    myWeakObjectives(permit).then(withPractice),
    myReview(permit, now),
    myRequests(permit),
    myAnnouncements(permit, locale),
    deskOf(caller),
    myWeek(permit, now),
    noticesFor(permit, reader),
  ])
  const { courses, next, nextCourse, certificates } = learning
  const studies = await myStudies(permit, courses, weak, locale)
  const { entries, later } = await todayFor(caller, permit, { learning, weak, review, studies }, reader)
  const certified = certificates.some((certificate) => certificateStatus(certificate) === 'valid')
  const main = (
    <LearningPage
      person={session}
      entries={entries}
      dates={later}
      week={week}
      today={dayOf(now)}
      courses={courses.flatMap((course) => {
        const standing = studies.get(course.release.courseId)
        return standing ? [{ ...course, standing }] : []
      })}
      resumed={next.kind === 'go-on' ? next.course.release.courseId : null}
      // If the list of today begins with a course, none is suggested again.
      suggested={certified && next.kind !== 'begin' ? nextCourse : null}
      certificates={certificates}
      requests={requests}
      offers={<BeginReviews offers={offersIn(review)} locale={locale} t={t} />}
      reviews={review.plans.length > 0}
      notice={
        <>
          {notice}
          <LawOfferNotices offers={learning.lawOffers} locale={locale} t={t} />
        </>
      }
      announcements={<AnnouncementNotice announcements={recentOf(announcements, now)} locale={locale} t={t} />}
      locale={locale}
      t={t}
      now={now}
    />
  )
  return { title: t('learning.title'), main, styles: ['today.css'], ...desk, index: false }
})

type Permitted = Awaited<ReturnType<typeof permitToReadAccount>>

/** What she is told above everything else: roles offered to her, corrections, and places offered to guests. */
async function noticesFor(permit: Permitted, { locale, t, now }: Reader) {
  const [offers, corrected, guestPlaces] = await Promise.all([
    countOffersToMe(permit, now),
    correctedNotice(permit, locale, t),
    myGuestPlaces(permit),
  ])
  return (
    <>
      <OffersNotice count={offers} locale={locale} t={t} />
      {corrected}
      <GuestPlacesNotice count={guestPlaces} locale={locale} t={t} />
    </>
  )
}

type Found = {
  learning: Awaited<ReturnType<typeof myLearning>>
  weak: Awaited<ReturnType<typeof withPractice>>
  review: MyReview
  studies: Awaited<ReturnType<typeof myStudies>>
}

/** The list of today, each address once, and the dates that come later. */
async function todayFor(caller: Caller, permit: Permitted, { learning, weak, review, studies }: Found, reader: Reader) {
  const { locale, now } = reader
  const [seminars, surveys, recalls, begun] = await Promise.all([
    mySeminars(permit, now),
    mySurveys(permit, now),
    myRecalls(permit, now),
    myPractice(permit, { locale, now }),
  ])
  const { courses, next } = learning
  const dates = ownDates({ courses, seminars, surveys, recalls }, reader)
  const own = [...begunPractice(begun, reader), ...weakPractice(weak, courses, reader)].slice(0, 1)
  const practice =
    own.length > 0 ? own : missedPractice(await missedFile(await caller.actor(), permit, { locale, now }), reader)
  const others = [...reviewEntry(review, reader), ...practice, ...dates.next]
  const minutes = others.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0)
  const all = [...goOn(next, studies, minutes, reader), ...others]
  const entries = all.filter(({ href }, place) => all.findIndex((each) => each.href === href) === place)
  return { entries, later: dates.later }
}
