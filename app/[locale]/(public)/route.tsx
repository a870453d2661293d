import { page } from '@/app/http/get-page'
import { NumberForm } from '@/components/certificate/number-form'
import { HomePage } from '@/components/course/home-page'
import { href } from '@/components/shell/paths'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { Caller, CurrentSession } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { currentReleases } from '@/server/content/releases'
import { siteFacts } from '@/server/content/site-facts'
import { myLearning } from '@/server/course/my-learning'
import { libraryCounts } from '@/server/library/library-counts'

export const GET = page(async ({ locale, t, caller }) => {
  const [session, releases] = await Promise.all([caller.session(), currentReleases()])
  const [greeted, site] = await Promise.all([session && greet(caller, session), siteFacts(caller, releases)])
  const main = (
    <HomePage
      releases={releases}
      counts={libraryCounts()}
      site={site}
      verify={<NumberForm action={href(locale, '/verify')} typed="" problem={null} t={t} />}
      greeted={greeted}
      locale={locale}
      t={t}
    />
  )
  return { title: t('home.title'), main, styles: ['course.css'] }
})

/** A signed-in reader knows the site already: the page offers her the next step of her course. */
async function greet(caller: Caller, { nameArabic, nameLatin }: CurrentSession) {
  const permit = await permitToReadAccount(caller)
  const now = new Date()
  const { courses, next, certificates } = await myLearning(caller, permit, now)
  const certified = certificates.some((certificate) => certificateStatus(certificate) === 'valid')
  return { nameArabic, nameLatin, courses, next, certified, now }
}
