import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { FileLessons } from '@/components/practice/file-lessons'
import { GridPage } from '@/components/practice/grid/grid-page'
import { practiceCiting } from '@/components/practice/practice-citing'
import { RetiredNote, RetiredPage } from '@/components/practice/retired'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { answered } from '@/domain/practice/grid-answers'
import { openPart } from '@/domain/practice/open-part'
import { type SentGrid, sentGridIn } from '@/domain/practice/sent-grid'
import { typeset } from '@/i18n/typography'
import { permitToReadAccount } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { lessonsFor } from '@/server/course/named-practice'
import { changesSince } from '@/server/course/retired-case'
import { handInGrid, openGrid, saveGrid } from '@/server/practice/grid'

type Permitted = Awaited<ReturnType<typeof permitToReadAccount>>
type Sent = { sent: SentGrid; handIn: boolean }

/** An invented file with its grid, which she saves for later or hands in. The form sends no free text. */
export const { GET, POST } = formPage<'file', Permitted, Sent, string | DocumentPage>({
  permit: ({ caller }) => permitToReadAccount(caller),
  page: (context, permit) => gridPage(context, permit, context.query.has('kept') ? 'kept' : null),
  read: (form) => {
    const sent = sentGridIn({
      number: form.get('number'),
      version: form.get('version'),
      releaseId: form.get('release'),
      owner: form.get('owner'),
      writer: form.get('writer'),
      step: form.get('step'),
      field: (name) => form.getAll(name).map(String),
    })
    if (!sent) throw new AppError('invalid-input', 'grid form')
    return { sent, handIn: form.get('do') === 'hand-in' }
  },
  act: async (permit, { sent, handIn }, context) => {
    const { file } = context.params
    const outcome = await (handIn ? handInGrid : saveGrid)(permit, file, sent, new Date())
    if (outcome === 'saved') return `/practice/grid/${file}${handIn ? '/result' : '?kept=1'}`
    return gridPage(context, permit, 'changed')
  },
  done: (result, { locale }) => (typeof result === 'string' ? href(locale, result) : result),
})

async function gridPage(
  { locale, t, params }: Context<'file'>,
  permit: Permitted,
  sent: 'kept' | 'changed' | null,
): Promise<DocumentPage> {
  const opened = await openGrid(permit, params.file)
  const { release, found, number, version, owner, writer, stored, answers, handedIn, underWay } = opened
  const title = typeset(found.file.title[locale], locale)
  const retired = changesSince(found, locale, new Date())
  const status = sent === 'changed' ? { status: 409 } : {}
  if (retired.length > 0 && !underWay) {
    const result = handedIn ? href(locale, `/practice/grid/${params.file}/result`) : null
    const main = <RetiredPage title={found.file.title} changes={retired} result={result} locale={locale} t={t} />
    return { title, main, styles: ['casework.css'], index: false, ...status }
  }
  const lessons = await lessonsFor(found.file.id, release.courseId)
  const main = (
    <GridPage
      grid={openPart(found, locale)}
      hidden={{ number, version, release: release.id, owner }}
      writer={writer}
      stored={stored}
      answers={answers}
      answered={answered(found.file, answers)}
      sent={sent}
      hasResult={handedIn}
      lessons={<FileLessons lessons={lessons} locale={locale} t={t} />}
      notice={<RetiredNote changes={retired} underWay locale={locale} t={t} />}
      citing={practiceCiting(library(), found.file.lawDate, locale)}
      locale={locale}
      t={t}
    />
  )
  return {
    title,
    main,
    script: 'casework.js',
    styles: ['casework.css', 'tray.css', 'reader.css'],
    index: false,
    ...status,
  }
}
