import { page } from '@/app/http/get-page'
import { CataloguePage } from '@/components/course/catalogue-page'
import { permitToReadAccount } from '@/server/auth/permit'
import { currentReleases } from '@/server/content/releases'
import { enrolledCourses } from '@/server/course/my-courses'

export const GET = page(async ({ locale, t, caller }) => {
  const [session, releases] = await Promise.all([caller.session(), currentReleases()])
  const mine = session ? await enrolledCourses(await permitToReadAccount(caller), new Date()) : []
  return {
    title: t('course.list'),
    description: t('course.listLead'),
    main: <CataloguePage releases={releases} mine={mine} locale={locale} t={t} />,
    styles: ['course.css'],
  }
})
