import 'server-only'
import type { Locale } from '@/domain/locale'
import { inGroups } from '@/domain/note/in-groups'
import { plainInMarkdown as plain } from '@/domain/note/plain-in-markdown'
import { formatDate, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { PlacedNote } from './my-notes'
import { referenceOf, whyNoAddress } from './reference'

/** All notes and bookmarks as Markdown. What she wrote is shown in it as she typed it. */
export function notesMarkdown(notes: readonly PlacedNote[], locale: Locale, now: Date): string {
  const t = translator(locale)
  const title = (text: string) => plain(typeset(text, locale))
  const courses = inGroups(notes, ({ courseId }) => courseId).map((ofCourse) =>
    inGroups(ofCourse, ({ lessonId }) => lessonId).map((ofLesson, index) => [
      ...(index === 0 ? [`## ${title(ofLesson[0]?.course.title[locale] ?? '')}`] : []),
      `### ${title(ofLesson[0]?.lesson.title[locale] ?? '')}`,
      ...ofLesson.map((note) => entry(note, locale)),
    ]),
  )
  return `${[`# ${t('notes.title')}`, formatDate(now, locale), ...courses.flat(2)].join('\n\n')}\n`
}

function entry(note: PlacedNote, locale: Locale): string {
  const t = translator(locale)
  const { place, release, address } = referenceOf(note, locale)
  const why = whyNoAddress(note, locale)
  const parts = [
    why && plain(why),
    `> ${plain(typeset(note.words[locale], locale))}`,
    note.bookmarkedAt && `**${t('notes.bookmark')}**`,
    note.text !== null && plain(note.text),
    [place.map(plain).join(' · '), plain(release), address && `<${address}>`].filter(Boolean).join(' — '),
  ]
  return parts.filter(Boolean).join('\n\n')
}
