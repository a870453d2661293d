import type { Locale } from '@/domain/locale'
import { directionOf } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'
import { Text } from '../ui/text'
import type { BlockLabels } from './block-labels'

export type ShownComment = {
  id: string
  text: string
  writtenAt: Date
  function: string
  body: string
  nameArabic: string | null
  nameLatin: string | null
}
export type ShownThread = {
  id: string
  /** Where it stands now; null for the text as a whole. */
  block: string | null
  /** The words that it is about are no longer what they were. */
  changed: boolean
  passage: string | null
  missingSource: boolean
  resolvedAt: Date | null
  comments: readonly ShownComment[]
  count: number
}

type Props = {
  thread: ShownThread
  labels: BlockLabels
  /** The address of the text, without the language of the interface. */
  path: string
  language: Locale
  /** She may answer and settle. */
  writes: boolean
  locale: Locale
  t: Translator
}

/** A thread with its last comments, the way to answer it, and the button that settles it. */
export function Thread({ thread, labels, path, language, writes, locale, t }: Props) {
  const { id, comments, count, resolvedAt, missingSource, changed, passage, block } = thread
  const settled = resolvedAt !== null
  const earlier = count - comments.length
  return (
    <article id={`t-${id}`} className={settled ? 'text-thread is-settled' : 'text-thread'}>
      <p className="xs muted row">
        <span className={settled ? 'chip ok' : 'chip warn'}>
          {t(settled ? 'editorial.text.settled' : 'editorial.text.open')}
        </span>
        {missingSource && <span className="chip">{t('editorial.text.missingSource')}</span>}
        {changed && <span className="chip">{t('editorial.text.passageChanged')}</span>}
        {block !== null && <a href={`${href(locale, path)}#${block}`}>{labels.get(block) ?? block}</a>}
      </p>
      {changed && passage !== null && (
        <blockquote className="sm" lang={language} dir={directionOf(language)}>
          {passage}
        </blockquote>
      )}
      {earlier > 0 && <p className="xs muted">{t('editorial.text.earlier', { count: earlier })}</p>}
      {comments.map((comment) => (
        <Comment key={comment.id} comment={comment} locale={locale} />
      ))}
      {writes && (
        <div className="row">
          <a className="btn link sm" href={`${href(locale, path)}?view=comments&thread=${id}#answer`}>
            {t('editorial.text.answer')}
          </a>
          <form method="post" action={href(locale, `${path}/settle`)}>
            <input type="hidden" name="thread" value={id} />
            <input type="hidden" name="resolved" value={settled ? 'no' : 'yes'} />
            <button type="submit" className="btn link sm">
              {t(settled ? 'editorial.text.reopen' : 'editorial.text.settle')}
            </button>
          </form>
        </div>
      )}
    </article>
  )
}

function Comment({ comment, locale }: { comment: ShownComment; locale: Locale }) {
  const { nameArabic, nameLatin, writtenAt, text } = comment
  return (
    <div>
      <p className="xs muted">
        {nameArabic !== null && nameLatin !== null && (
          <>
            <NameIn names={{ nameArabic, nameLatin }} locale={locale} />{' '}
          </>
        )}
        <Text>{typeset(comment.function, locale)}</Text> · <Text>{typeset(comment.body, locale)}</Text> ·{' '}
        {formatDate(writtenAt, locale)}
      </p>
      <p className="sm text-said" dir="auto">
        {text}
      </p>
    </div>
  )
}
