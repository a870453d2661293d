import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { CitationLinks } from '@/components/library/citation-links'
import { FileLessons } from '@/components/practice/file-lessons'
import { RetiredNote, RetiredPage } from '@/components/practice/retired'
import { ComparedWorksheet } from '@/components/practice/worksheet/compared-worksheet'
import { FileWorksheet } from '@/components/practice/worksheet/file-worksheet'
import { href } from '@/components/shell/paths'
import { groupsOfFile, readWorksheet, type WorksheetAnswers } from '@/domain/case/worksheet/reading'
import { openPart } from '@/domain/practice/open-part'
import { permitToReadAccount } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { lessonsFor } from '@/server/course/named-practice'
import { changesSince } from '@/server/course/retired-case'
import { noteWorksheetDone, worksheetFile } from '@/server/practice/worksheet'

type Granted = Awaited<ReturnType<typeof granted>>

/** The worksheet on an invented file. The answer is the comparison itself: nothing of what she entered is stored. */
export const { GET, POST } = formPage<'file', Granted, WorksheetAnswers, DocumentPage>({
  permit: granted,
  page: async (context, { courseId, file, groups, retired }) => {
    const { locale, t, params } = context
    if (retired.length > 0) {
      const main = <RetiredPage title={file.title} changes={retired} result={null} locale={locale} t={t} />
      return { title: t('worksheet.title'), main, ...LOOK }
    }
    const lessons = await lessonsFor(`worksheet/${file.id}`, courseId)
    const main = (
      <FileWorksheet
        file={file}
        groups={groups}
        action={pathOf(locale, params.file)}
        lessons={<FileLessons lessons={lessons} locale={locale} t={t} />}
        locale={locale}
        t={t}
      />
    )
    return { title: t('worksheet.title'), main, ...LOOK }
  },
  read: (form, _, { file, groups }) =>
    readWorksheet(
      (name) => form.get(name),
      groups,
      file.facts.map(({ id }) => id),
    ),
  act: async ({ permit, courseId, file, groups, reading, review, retired }, answers, { locale, t }) => {
    await noteWorksheetDone(permit, { caseId: file.id, courseId }, new Date())
    const store = library()
    const main = (
      <ComparedWorksheet
        file={file}
        groups={groups}
        answers={answers}
        reading={reading}
        review={review}
        notice={<RetiredNote changes={retired} underWay locale={locale} t={t} />}
        again={pathOf(locale, file.id)}
        cite={(cites) => <CitationLinks cites={cites} store={store} locale={locale} className="facts xs" />}
        locale={locale}
        t={t}
      />
    )
    return { title: t('worksheet.file.compared'), main, ...LOOK }
  },
  done: (compared) => compared,
})

const LOOK = { styles: ['casework.css', 'worksheet.css'], index: false } as const
const pathOf = (locale: Context['locale'], file: string) => href(locale, `/practice/worksheet/${file}`)

async function granted({ caller, params, locale }: Context<'file'>) {
  const permit = await permitToReadAccount(caller)
  const { release, found, reading } = await worksheetFile(permit, params.file)
  return {
    permit,
    reading,
    courseId: release.courseId,
    file: openPart(found, locale),
    groups: groupsOfFile(library().indicators, found.file.form),
    review: { signoff: found.signoff, hashes: found.hashes },
    retired: changesSince(found, locale, new Date()),
  }
}
