import { page } from '@/app/http/get-page'
import { OffersNotice } from '@/components/account/offers-notice'
import { AnnouncementNotice } from '@/components/announcement/received-announcements'
import { LawOfferNotices } from '@/components/certificate/law-offer-notice'
import { LearningPage } from '@/components/course/learning-page'
import { PracticeLinks } from '@/components/practice/practice-links'
import { ReviewNotice } from '@/components/review/review-notice'
import { GuestPlacesNotice } from '@/components/seminar/guest-places-notice'
import { MySeminars } from '@/components/seminar/my-seminars'
import { MySurveys } from '@/components/survey/my-surveys'
import { myAnnouncements, recentOf } from '@/server/announcement/my-announcements'
import { deskOf, requireSession } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { myRequests } from '@/server/cohort/entry/my-requests'
import { myRecalls } from '@/server/cohort/tests/my-recalls'
import { myWeakObjectives } from '@/server/exam/my-weak-objectives'
import { withPractice } from '@/server/exam/practice-set'
import { countOffersToMe } from '@/server/institution/answer-offer'
import { myPractice } from '@/server/practice/practice-lists'
import { myLearning } from '@/server/progress/my-learning'
import { myReview } from '@/server/review/my-review'
import { mySeminars } from '@/server/seminar/list-seminars'
import { myGuestPlaces } from '@/server/seminar/registration'
import { mySurveys } from '@/server/survey/answer-survey'
import { correctedNotice } from './corrected'
import { reviewNotice } from './review/review-view'

export const GET = page(async ({ locale, t, caller }) => {
  const session = await requireSession(caller)
  const permit = await permitToReadAccount(caller)
  const now = new Date()
  const [
    learning,
    weak,
    recalls,
    surveys,
    requests,
    review,
    offers,
    announcements,
    seminars,
    guestPlaces,
    desk,
    practice,
    corrected,
  ] = await Promise.all([
    myLearning(caller, permit, now),
    myWeakObjectives(permit).then(withPractice),
    myRecalls(permit, now),
    mySurveys(permit, now),
    myRequests(permit),
    myReview(permit, now),
    countOffersToMe(permit, now),
    myAnnouncements(permit, locale),
    mySeminars(permit, now),
    myGuestPlaces(permit),
    deskOf(caller),
    myPractice(permit, { locale, now }),
    correctedNotice(permit, locale, t),
  ])
  const main = (
    <LearningPage
      {...learning}
      person={session}
      weak={weak}
      recalls={recalls}
      surveys={<MySurveys offers={surveys} locale={locale} t={t} />}
      requests={requests}
      review={<ReviewNotice {...reviewNotice(review)} locale={locale} t={t} />}
      notice={
        <>
          <OffersNotice count={offers} locale={locale} t={t} />
          {corrected}
          <LawOfferNotices offers={learning.lawOffers} locale={locale} t={t} />
          <GuestPlacesNotice count={guestPlaces} locale={locale} t={t} />
        </>
      }
      announcements={<AnnouncementNotice announcements={recentOf(announcements, now)} locale={locale} t={t} />}
      practice={<PracticeLinks title={t('casework.myTitle')} items={practice} locale={locale} t={t} />}
      seminars={<MySeminars seminars={seminars} locale={locale} t={t} />}
      locale={locale}
      t={t}
      now={now}
    />
  )
  return { title: t('learning.title'), main, styles: ['course.css'], ...desk, index: false }
})
