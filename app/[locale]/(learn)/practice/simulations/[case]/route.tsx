import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { FileLessons } from '@/components/practice/file-lessons'
import { SimulationStartPage } from '@/components/practice/simulation/start-page'
import { href } from '@/components/shell/paths'
import { seatsOf } from '@/domain/case/simulation/simulation'
import { reviewedOn } from '@/domain/signoff/reviewed'
import { typeset } from '@/i18n/typography'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'
import { lessonsFor } from '@/server/course/named-practice'
import { changesSince } from '@/server/course/retired-case'
import { beginRun, ownRuns } from '@/server/practice/simulation/own-runs'
import { sharedForMe } from '@/server/practice/simulation/shared-runs'

/** What a simulation is, and its beginning: the form begins a run, or finds the one that is under way. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context<'case'>) => permitToReadAccount(caller),
  page: startPage,
  act: async (permit, _, { caller, params }) => {
    await permitToChangeAccount(caller)
    await beginRun(permit, params.case, new Date())
    const { current } = await ownRuns(permit, params.case)
    return current ? `/${current.choices.length + 1}` : ''
  },
  done: (step, { locale, params }) => href(locale, `/practice/simulations/${params.case}${step}`),
})

async function startPage(
  { locale, t, params }: Context<'case'>,
  permit: Awaited<ReturnType<typeof permitToReadAccount>>,
): Promise<DocumentPage> {
  const [{ release, found, current, ended }, groups] = await Promise.all([
    ownRuns(permit, params.case),
    sharedForMe(permit, params.case),
  ])
  const { file } = found
  const title = typeset(file.title[locale], locale)
  const lessons = await lessonsFor(file.id, release.courseId)
  const main = (
    <SimulationStartPage
      path={href(locale, `/practice/simulations/${file.id}`)}
      title={title}
      lead={typeset(file.lead[locale], locale)}
      minutes={file.minutes}
      seats={seatsOf(file)}
      reviewedOn={reviewedOn(found, 'legal', locale)}
      goOn={current && current.choices.length + 1}
      lessons={<FileLessons lessons={lessons} locale={locale} t={t} />}
      retired={changesSince(found, locale, new Date())}
      ended={ended.flatMap(({ number, endedAt }) => (endedAt ? { number, endedAt } : []))}
      groups={groups.map((id) => href(locale, `/practice/seats/${id}`))}
      locale={locale}
      t={t}
    />
  )
  return { title, main, index: false }
}
