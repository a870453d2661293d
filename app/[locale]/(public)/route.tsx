import { page } from '@/app/http/get-page'
import { NumberForm } from '@/components/certificate/number-form'
import { HomePage } from '@/components/course/home-page'
import { href } from '@/components/shell/paths'
import { countShownContacts } from '@/server/contact/shown-contacts'
import { currentReleases } from '@/server/content/releases'
import { siteFacts } from '@/server/content/site-facts'
import { libraryCounts } from '@/server/library/library-counts'
import { greet } from './greet'
import { homeOpening } from './home-opening'

export const GET = page(async ({ locale, t, caller }) => {
  const [greeted, releases, contacts] = await Promise.all([
    greet(caller),
    currentReleases(),
    countShownContacts(new Date()),
  ])
  const main = (
    <HomePage
      releases={releases}
      counts={libraryCounts(contacts)}
      site={await siteFacts(caller, releases)}
      verify={<NumberForm action={href(locale, '/verify')} typed="" problem={null} t={t} />}
      greeted={greeted}
      opening={greeted ? null : await homeOpening({ locale, t })}
      locale={locale}
      t={t}
    />
  )
  return { title: t('home.title'), main, styles: ['course.css', 'practice.css'] }
})
