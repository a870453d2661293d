import { AboutFacts } from '@/components/ui/about-facts'
import { currentReleases } from '@/server/content/releases'
import { siteFacts } from '@/server/content/site-facts'
import { siteText } from '../site-text'

export const GET = siteText('about', async ({ caller, locale, t }) => ({
  facts: <AboutFacts {...(await siteFacts(caller, await currentReleases()))} locale={locale} t={t} />,
}))
