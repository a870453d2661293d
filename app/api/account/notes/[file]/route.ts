import { file, privateFile } from '@/app/http/file'
import { AppError } from '@/domain/errors'
import type { Translator } from '@/i18n/translator'
import { spendLimit } from '@/server/auth/limits'
import { permitToKeepNotes } from '@/server/auth/permit'
import { myNotes } from '@/server/note/my-notes'
import { notesMarkdown } from '@/server/note/notes-markdown'
import { notesPdf } from '@/server/note/paper/notes-pdf'

const place = { path: () => '/learning/notes', name: (t: Translator) => t('notes.title') }

/** All notes and bookmarks of the caller, as `notes.pdf` or `notes.md`. A long list has several papers (`?part=`). */
export const GET = file<'file'>(place, async ({ caller, params, query, locale }) => {
  const permit = await permitToKeepNotes(caller)
  const notes = await myNotes(caller, permit)
  const now = new Date()
  if (params.file === 'notes.md') {
    return new Response(notesMarkdown(notes, locale, now), {
      headers: privateFile('notes.md', 'text/markdown; charset=utf-8'),
    })
  }
  if (params.file !== 'notes.pdf') throw new AppError('not-found', params.file)
  await spendLimit('notes-paper', permit.target.accountId, now)
  const part = Number(query.get('part') ?? '1')
  const name = part === 1 ? 'notes.pdf' : `notes-${part}.pdf`
  return new Response(notesPdf(notes, part, locale, now), { headers: privateFile(name, 'application/pdf') })
})
