import { page } from '@/app/http/get-page'
import { HomePage } from '@/components/course/home-page'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { Caller, CurrentSession } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { currentReleases } from '@/server/content/releases'
import { myLearning } from '@/server/course/my-learning'

export const GET = page(async ({ locale, t, caller }) => {
  const [session, releases] = await Promise.all([caller.session(), currentReleases()])
  const greeted = session && (await greet(caller, session))
  return { title: t('home.title'), main: <HomePage releases={releases} greeted={greeted} locale={locale} t={t} /> }
})

/** A signed-in reader knows the site already: the page offers her the next step of her course. */
async function greet(caller: Caller, { nameArabic, nameLatin }: CurrentSession) {
  const permit = await permitToReadAccount(caller)
  const now = new Date()
  const { next, certificates } = await myLearning(caller, permit, now)
  const certified = certificates.some((certificate) => certificateStatus(certificate) === 'valid')
  return { nameArabic, nameLatin, next, certified, now }
}
