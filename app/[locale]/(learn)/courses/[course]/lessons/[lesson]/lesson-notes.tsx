import type { Context } from '@/app/http/context'
import { END_MARK } from '@/components/course/lesson-body'
import { KeptHere } from '@/components/note/kept-here'
import { href } from '@/components/shell/paths'
import type { Note } from '@/domain/note/note'
import { permitToKeepNotes } from '@/server/auth/permit'
import { renderToHtml } from '@/server/content/render-once'
import type { LearnerCourse } from '@/server/course/learner-course'
import { notesInLesson } from '@/server/note/my-notes'

/** The text of a lesson with what this reader keeps of its blocks. The text itself is the same for all readers. */
export async function withNotes(
  html: string,
  { caller, locale, t }: Context,
  { release }: LearnerCourse,
  lessonId: string,
  notes: readonly Note[],
): Promise<string> {
  if ((await caller.session()) === null) return html
  const kept = await notesInLesson(await permitToKeepNotes(caller), { release, lessonId }, notes)
  const all = href(locale, '/learning/notes')
  return kept.reduce(
    (text, { block, note }) => insertAfter(text, block, renderToHtml(<KeptHere note={note} notes={all} t={t} />)),
    html,
  )
}

/** Puts HTML where the next block begins, or where the text ends. A block of another step changes nothing. */
export function insertAfter(html: string, block: number, inserted: string): string {
  if (!html.includes(`<div id="b${block}" class="block">`)) return html
  const next = html.indexOf(`<div id="b${block + 1}" class="block">`)
  const at = next < 0 ? html.indexOf(END_MARK) : next
  return at < 0 ? html : html.slice(0, at) + inserted + html.slice(at)
}
