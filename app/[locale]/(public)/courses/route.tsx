import { page } from '@/app/http/get-page'
import { CataloguePage } from '@/components/course/catalogue-page'
import { currentReleases } from '@/server/content/releases'
import { siteFacts } from '@/server/content/site-facts'
import { greet } from '../greet'

export const GET = page(async ({ locale, t, caller }) => {
  const [greeted, releases] = await Promise.all([greet(caller), currentReleases()])
  const site = await siteFacts(caller, releases)
  return {
    title: t('course.list'),
    description: t('course.listLead'),
    main: <CataloguePage releases={releases} site={site} greeted={greeted} locale={locale} t={t} />,
    styles: ['course.css'],
  }
})
