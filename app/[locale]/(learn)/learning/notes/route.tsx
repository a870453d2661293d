import { page } from '@/app/http/get-page'
import { NotesPage } from '@/components/note/notes-page'
import { href } from '@/components/shell/paths'
import { listAddress } from '@/components/ui/list-address'
import { pageLink } from '@/components/ui/pager'
import type { Locale } from '@/domain/locale'
import { asked, pageOf, readNoteQuery } from '@/domain/note/note-list'
import { formatNumber, type Translator } from '@/i18n/translator'
import { permitToKeepNotes } from '@/server/auth/permit'
import { myNotes } from '@/server/note/my-notes'
import { countParts } from '@/server/note/paper/notes-pdf'

export const GET = page(async ({ locale, t, caller, query }) => {
  const all = await myNotes(caller, await permitToKeepNotes(caller))
  const wanted = readNoteQuery(query)
  const found = asked(all, wanted)
  const { items, from, to, total, before, after } = pageOf(found, wanted)
  const pageHref = (page: number | null) =>
    page === null ? null : listAddress(href(locale, '/learning/notes'), { ...filters(wanted), page: String(page) })
  const courses = new Map(all.map(({ courseId, course }) => [courseId, { id: courseId, title: course.title }]))
  const number = (count: number) => formatNumber(count, locale)
  const main = (
    <NotesPage
      notes={items}
      courses={[...courses.values()]}
      asked={wanted}
      pages={{
        text: t('cohorts.dashboard.page', { from: number(from), to: number(to), total: number(total) }),
        before: pageLink(pageHref(before), t('cohorts.dashboard.before')),
        after: pageLink(pageHref(after), t('cohorts.dashboard.after')),
      }}
      files={filesOf(countParts(all), locale, t)}
      locale={locale}
      t={t}
    />
  )
  return { title: t('notes.title'), main, styles: ['reader.css', 'library.css'], index: false }
})

const filters = ({ course, q }: { course: string; q: string }) => ({ course, q })

/** The copies of all her notes: as Markdown, and as PDF files, each of a size that can be typeset in one request. */
function filesOf(parts: number, locale: Locale, t: Translator) {
  const file = (name: string, part = '') => `/api/account/notes/${name}?lang=${locale}${part}`
  const papers = Array.from({ length: parts }, (_, index) => ({
    href: file('notes.pdf', index === 0 ? '' : `&part=${index + 1}`),
    label: parts === 1 ? t('notes.pdf') : t('notes.exportPart', { n: index + 1, total: parts }),
  }))
  return [...papers, { href: file('notes.md'), label: t('notes.markdown') }]
}
