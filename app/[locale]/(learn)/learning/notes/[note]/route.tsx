import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { UNTOUCHED } from '@/components/form/form-state'
import { LostNotePage, NotePage } from '@/components/note/note-page'
import { href } from '@/components/shell/paths'
import { lessonPath } from '@/domain/course/lesson-path'
import { AppError } from '@/domain/errors'
import { stampOf } from '@/domain/note/note'
import { typeset } from '@/i18n/typography'
import { permitToKeepNotes } from '@/server/auth/permit'
import { changeNote, findOwnNote, removeBookmark, type Written } from '@/server/note/keep-note'
import { placeOfNote } from '@/server/note/my-notes'
import { readNote, refusedNote, typedNote } from '../../../note-act'

type Act = { kind: 'save'; written: Written } | { kind: 'delete'; seen: string; typed: string } | { kind: 'unmark' }

/** One note of hers: its text can be changed or deleted, and the mark of its passage removed. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'note'>) => {
    const permit = await permitToKeepNotes(caller)
    const note = await findOwnNote(permit, params.note)
    return { permit, placed: note && (await placeOfNote(caller, permit, note)) }
  },
  page: async (context, { placed }, state) => {
    const { locale, t, path } = context
    // If the note was deleted meanwhile, the text that she sent is still shown.
    if (!placed && state === UNTOUCHED) throw new AppError('not-found', 'note')
    const back = { href: backTo(context, placed), label: t('nav.backTo', { place: t('notes.title') }) }
    const page = { title: t('notes.change'), styles: ['reader.css'] as const, index: false }
    if (!placed) return { ...page, main: <LostNotePage text={state.values.noteText ?? ''} back={back} t={t} /> }
    const { lesson, section, words, text } = placed
    const main = (
      <NotePage
        title={t(text === null ? 'notes.write' : 'notes.change')}
        lesson={typeset(lesson.title[locale], locale)}
        back={back}
        passage={{ section, words }}
        action={href(locale, path)}
        text={text ?? ''}
        stamp={stampOf(placed)}
        deletable={text !== null}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return { ...page, main }
  },
  read: (sent, context): Act | Refused => {
    if (sent.has('unmark')) return { kind: 'unmark' }
    if (sent.has('delete')) return { kind: 'delete', seen: typedNote(sent).seen, typed: typedNote(sent).noteText }
    const written = readNote(sent, context)
    return 'refused' in written ? written : { kind: 'save', written }
  },
  act: async ({ permit, placed }, act, context) => {
    const { note: id } = context.params
    const now = new Date()
    if (act.kind === 'unmark') {
      if (!placed) throw new AppError('not-found', 'bookmark')
      await removeBookmark(permit, id, now)
      return placed
    }
    const { text, seen } = act.kind === 'save' ? act.written : { text: null, seen: act.seen }
    // The field keeps what she typed, also if she pressed "delete".
    const noteText = act.kind === 'save' ? act.written.text : act.typed
    if (!placed && text === null) throw new AppError('not-found', 'note')
    const outcome = await changeNote(permit, id, { text, seen }, now)
    if (outcome.status === 'kept') return placed
    const typed = { noteText, seen, block: '' }
    const refused = refusedNote(outcome, typed, context)
    return placed ? refused : { ...refused, status: 404 }
  },
  typed: (sent) => ({ values: typedNote(sent) }),
  done: (placed, context) => backTo(context, placed),
})

type Placed = { courseId: string; lessonId: string; block: number | null; open: boolean } | null

/** The passage, if she came from there, or the list. */
function backTo({ locale, query }: Context<'note'>, placed: Placed): string {
  const inLesson = query.get('from') === 'lesson' && placed?.open && placed.block !== null
  const list = href(locale, '/learning/notes')
  return inLesson ? href(locale, lessonPath(placed.courseId, `${placed.lessonId}#b${placed.block}`)) : list
}
