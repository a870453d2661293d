import { Bookmark, StickyNote } from 'lucide'
import { firstWords } from '@/domain/note/first-words'
import type { Note } from '@/domain/note/note'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'
import { OwnWords } from './own-words'

type Props = {
  note: Pick<Note, 'id' | 'text' | 'bookmarkedAt'>
  /** The address of the page of her notes. */
  notes: string
  t: Translator
}

/** Her bookmark and note on a block, below it in the lesson; the note is folded. */
export function KeptHere({ note, notes, t }: Props) {
  const page = `${notes}/${note.id}?from=lesson`
  return (
    <aside className="kept no-print" aria-label={t('notes.title')}>
      {note.bookmarkedAt && (
        <form method="post" action={page} className="row">
          <Icon node={Bookmark} />
          <span>{t('notes.bookmark')}</span>
          <button type="submit" name="unmark" value="yes" className="btn link">
            {t('notes.unmark')}
          </button>
        </form>
      )}
      {note.text !== null && (
        <details>
          <summary>
            <Icon node={StickyNote} />
            <span>
              {t('notes.note')} <bdi className="muted">{firstWords(note.text, SHOWN)}</bdi>
            </span>
          </summary>
          <OwnWords>{note.text}</OwnWords>
          <p>
            <a href={page}>{t('notes.edit')}</a>
          </p>
        </details>
      )}
    </aside>
  )
}

/** The number of characters of a folded note that are visible. */
const SHOWN = 60
