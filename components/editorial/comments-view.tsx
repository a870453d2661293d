import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Pager, pageLink } from '../ui/pager'
import type { BlockLabels } from './block-labels'
import type { WritingAt } from './text-view'
import { type ShownThread, Thread } from './threads'
import { CommentForm } from './write-forms'

type Props = {
  path: string
  language: Locale
  threads: readonly ShownThread[]
  labels: BlockLabels
  /** The number of the page, from 1. */
  page: number
  more: boolean
  /** The block whose threads are shown; null for those of the whole text. */
  block: string | null
  writes: boolean
  /** The thread to answer (`thread` is empty for a comment on the whole text); null if nothing is being written. */
  answering: (Omit<WritingAt, 'block' | 'was' | 'fields'> & { thread: string }) | null
  locale: Locale
  t: Translator
}

/** The threads of a text, a page at a time. */
export function CommentsView(props: Props) {
  const { path, language, threads, labels, page, more, block, writes, answering, locale, t } = props
  const address = (to: number) =>
    href(locale, `${path}?view=comments${block === null ? '' : `&block=${encodeURIComponent(block)}`}&page=${to}`)
  return (
    <section className="stack" aria-labelledby="comments">
      <h2 id="comments">
        {t('editorial.text.comments')}
        {block !== null && <span className="muted"> · {labels.get(block) ?? block}</span>}
      </h2>
      {threads.length === 0 && <p className="note">{t('editorial.text.noComments')}</p>}
      {threads.map((thread) => (
        <div key={thread.id} className="card stack-s">
          <Thread
            thread={thread}
            labels={labels}
            path={path}
            language={language}
            writes={writes}
            locale={locale}
            t={t}
          />
          {answering?.thread === thread.id && <Answer {...props} answering={answering} />}
        </div>
      ))}
      <Pager
        label={t('editorial.text.pages')}
        before={pageLink(page > 1 ? address(page - 1) : null, t('editorial.text.newer'))}
        after={pageLink(more ? address(page + 1) : null, t('editorial.text.older'))}
      />
      {writes && answering?.thread === '' && (
        <div className="card stack">
          <h2 className="h3">{t('editorial.text.commentWhole')}</h2>
          <Answer {...props} answering={answering} />
        </div>
      )}
    </section>
  )
}

function Answer({ path, answering, locale, t }: Props & { answering: NonNullable<Props['answering']> }) {
  const { thread, people, draft, state } = answering
  const action = href(locale, `${path}?view=comments${thread === '' ? '' : `&thread=${thread}`}`)
  return (
    <div id="answer">
      <CommentForm
        block=""
        was=""
        thread={thread}
        people={people}
        action={action}
        draft={draft}
        state={state}
        locale={locale}
        t={t}
      />
    </div>
  )
}
