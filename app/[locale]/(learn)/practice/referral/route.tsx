import { page } from '@/app/http/get-page'
import { ProfileList } from '@/components/practice/referral/profile-list'
import { permitToReadAccount } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { ownPlans } from '@/server/practice/referral-plan'

/** The invented people for whom a plan of referral can be made. */
export const GET = page(async ({ caller, locale, t }) => {
  const own = await ownPlans(await permitToReadAccount(caller))
  const main = <ProfileList profiles={library().pathway.profiles} own={own} locale={locale} t={t} />
  return { title: t('referralPlan.listTitle'), main, styles: ['referral.css'], index: false }
})
