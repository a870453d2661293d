import { lessonPath } from '@/domain/course/lesson-path'
import type { Locale, Localized } from '@/domain/locale'
import { inGroups } from '@/domain/note/in-groups'
import type { Note } from '@/domain/note/note'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { DownloadLink } from '../ui/download-link'
import { FilterForm } from '../ui/filter-form'
import { Pager, type Pages } from '../ui/pager'
import { SearchBox } from '../ui/search-box'
import { Text } from '../ui/text'
import { OwnWords } from './own-words'
import { PassageWords } from './passage-words'

type Placed = Note & {
  course: { title: Localized }
  lesson: { title: Localized }
  /** The number of its block in the release that she reads; null if the text has changed since. */
  block: number | null
  open: boolean
}
type Props = {
  /** Those of this page of the list, in their order. */
  notes: readonly Placed[]
  /** The courses in which she has notes or bookmarks. */
  courses: readonly { id: string; title: Localized }[]
  asked: { course: string; q: string }
  pages: Omit<Pages, 'label'>
  files: readonly { href: string; label: string }[]
  locale: Locale
  t: Translator
}

/** Her notes and bookmarks, each with its passage. */
export function NotesPage(props: Props) {
  const { notes, courses, asked, pages, files, locale, t } = props
  const action = href(locale, '/learning/notes')
  return (
    <main id="main" className="wrap page stack-l notes">
      <div className="stack">
        <h1>{t('notes.title')}</h1>
        <p className="lead">{t('notes.lead')}</p>
      </div>
      {courses.length === 0 ? (
        <Empty locale={locale} t={t} />
      ) : (
        <>
          <SearchBox
            action={action}
            label={t('notes.search')}
            hint={t('notes.searchHint')}
            button={t('notes.find')}
            value={asked.q}
          />
          {(courses.length > 1 || asked.course !== '' || asked.q !== '') && (
            <CourseFilter action={action} courses={courses} asked={asked} locale={locale} t={t} />
          )}
          {notes.length === 0 && <p className="note">{t('notes.none')}</p>}
          {inGroups(notes, ({ courseId }) => courseId).map((group) => (
            <Course key={group[0]?.courseId} notes={group} locale={locale} t={t} />
          ))}
          <Pager label={t('cohorts.dashboard.pages')} {...pages} />
          <section className="stack-s" aria-labelledby="export">
            <h2 id="export">{t('notes.export')}</h2>
            <p className="row">
              {files.map((file) => (
                <DownloadLink key={file.href} href={file.href}>
                  {file.label}
                </DownloadLink>
              ))}
            </p>
          </section>
        </>
      )}
    </main>
  )
}

type Texts = Pick<Props, 'locale' | 't'>

function Empty({ locale, t }: Texts) {
  return (
    <div className="card stack">
      <p>{t('notes.empty')}</p>
      <p>
        <a className="btn primary" href={href(locale, '/courses')}>
          {t('notes.toCourses')}
        </a>
      </p>
    </div>
  )
}

function CourseFilter({
  action,
  courses,
  asked,
  locale,
  t,
}: Texts & Pick<Props, 'courses' | 'asked'> & { action: string }) {
  const choices = courses.map(({ id, title }) => ({ value: id, label: title[locale], chosen: id === asked.course }))
  return (
    <FilterForm
      action={action}
      filters={[{ name: 'course', label: t('notes.course'), all: t('notes.allCourses'), choices }]}
      texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
      keep={asked.q === '' ? {} : { q: asked.q }}
    />
  )
}

function Course({ notes, locale, t }: Texts & { notes: readonly Placed[] }) {
  const [first] = notes
  if (!first) return null
  return (
    <section className="stack" aria-labelledby={`course-${first.courseId}`}>
      <h2 id={`course-${first.courseId}`}>
        <Text locale={locale}>{typeset(first.course.title[locale], locale)}</Text>
      </h2>
      {inGroups(notes, ({ lessonId }) => lessonId).map((group) => (
        <Lesson key={group[0]?.lessonId} notes={group} locale={locale} t={t} />
      ))}
    </section>
  )
}

function Lesson({ notes, locale, t }: Texts & { notes: readonly Placed[] }) {
  const [first] = notes
  if (!first) return null
  return (
    <section className="stack">
      <h3>
        <Text locale={locale}>{typeset(first.lesson.title[locale], locale)}</Text>
      </h3>
      <ol className="plain stack">
        {notes.map((note) => (
          <li key={note.id} id={`note-${note.id}`}>
            <Kept note={note} locale={locale} t={t} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Kept({ note, locale, t }: Texts & { note: Placed }) {
  const { id, courseId, lessonId, block, open, section, words, text, bookmarkedAt, changedAt } = note
  const page = `${href(locale, '/learning/notes')}/${id}`
  return (
    <article className="card stack">
      {open && block === null && <p className="sm changed">{t('notes.changed')}</p>}
      {!open && <p className="sm changed">{t('notes.closed')}</p>}
      <PassageWords section={section} words={words} locale={locale} />
      {text !== null && <OwnWords>{text}</OwnWords>}
      <div className="row sm">
        {bookmarkedAt && <span className="chip">{t('notes.bookmark')}</span>}
        <span className="muted">{formatDate(changedAt, locale)}</span>
        {open && block !== null && (
          <a href={href(locale, lessonPath(courseId, `${lessonId}#b${block}`))}>{t('notes.toPassage')}</a>
        )}
        {text !== null && <a href={page}>{t('notes.edit')}</a>}
        {bookmarkedAt && (
          <form method="post" action={page}>
            <button type="submit" name="unmark" value="yes" className="btn link">
              {t('notes.unmark')}
            </button>
          </form>
        )}
      </div>
    </article>
  )
}
