import { page } from '@/app/http/get-page'
import { ProvisionsPage } from '@/components/exam/provisions-page'
import { practiceCiting } from '@/components/practice/practice-citing'
import { href } from '@/components/shell/paths'
import { lessonPath } from '@/domain/course/lesson-path'
import { sectionTitle } from '@/domain/course/section-title'
import type { Locale } from '@/domain/locale'
import type { OwnProvision } from '@/domain/review/own-provisions'
import { dayOf } from '@/domain/time/day'
import { typeset } from '@/i18n/typography'
import type { Caller } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { mayTakePart } from '@/server/course/may-take-part'
import { type MyProvisions, myProvisions } from '@/server/exam/my-provisions'

export const GET = page(async ({ locale, t, caller }) => {
  const now = new Date()
  const { provisions, courses } = await myProvisions(await permitToReadAccount(caller), now)
  const passageOf = await passages(caller, courses, locale)
  const citing = practiceCiting(library(), dayOf(now), locale)
  const listed = provisions.flatMap(({ provision, passages, ...own }) => {
    const text = citing(provision)
    return text ? [{ ...own, id: provision, text, passages: passages.flatMap(passageOf) }] : []
  })
  const main = <ProvisionsPage provisions={listed} locale={locale} t={t} />
  return { title: t('learning.provisions.title'), main, styles: ['exam.css'], index: false }
})

/** The link to a passage; none if her course no longer has the lesson, or if the course is no longer open to her. */
async function passages(caller: Caller, courses: MyProvisions['courses'], locale: Locale) {
  const open = await Promise.all(
    courses.map(async (course) => ((await mayTakePart(caller, course)) ? [course.release] : [])),
  )
  const releases = new Map(open.flat().map((release) => [release.courseId, release]))
  return ({ courseId, passage }: OwnProvision['passages'][number]) => {
    const release = releases.get(courseId)
    if (!release?.lessons.has(passage.replace(/#.*/, ''))) return []
    const title = typeset(sectionTitle(release.course, passage, locale), locale)
    return [{ title, href: href(locale, lessonPath(courseId, passage)) }]
  }
}
