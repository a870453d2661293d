import { blockLabels } from '@/components/editorial/block-labels'
import { ColumnsView } from '@/components/editorial/columns-view'
import { CommentsView } from '@/components/editorial/comments-view'
import { DiffView } from '@/components/editorial/diff-view'
import { HistoryView } from '@/components/editorial/history-view'
import { ReviewFrame } from '@/components/editorial/review-frame'
import { TextView } from '@/components/editorial/text-view'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { FinishedHtml } from '@/components/ui/finished-html'
import type { ReviewView } from '@/domain/editorial/review-forms'
import { LOCALES } from '@/domain/locale'
import { formatDate } from '@/i18n/translator'
import { hashOfBlock, mentionable, newDraft, threadsBeside, threadsOf } from '@/server/editorial/comments'
import { COMPARED_WITH, compareWith } from '@/server/editorial/earlier-wording'
import { historyOf } from '@/server/editorial/history'
import { type OpenedText, stateOf } from '@/server/editorial/open-text'
import { withWords } from '@/server/editorial/shown'
import { signBoxOf } from '@/server/editorial/sign-box'
import type { TextState } from '@/server/editorial/state'
import { proposableFields } from '@/server/editorial/wordings'
import { figuresBeside } from './block-figures'
import { besideOthers, provisionsHtml, textHtml } from './passage-html'
import { headOf, pathOf, type ReviewContext, shownThread, writesIn } from './review-head'

/** One view of a text, in the frame that all views share. */
export async function reviewMain(context: ReviewContext, opened: OpenedText, view: ReviewView, form: FormState) {
  const { locale, t, query } = context
  const state = await stateOf(opened)
  const done = DONE.find((one) => one === query.get('done'))
  return (
    <ReviewFrame
      head={headOf(opened, state, context)}
      view={view}
      done={done ? t(`editorial.text.done.${done}`) : null}
      locale={locale}
      t={t}
    >
      {await VIEWS[view](context, opened, state, form)}
    </ReviewFrame>
  )
}

const DONE = ['commented', 'proposed', 'settled', 'signed', 'withdrawn', 'read', 'decided'] as const

type View = (
  context: ReviewContext,
  opened: OpenedText,
  state: TextState,
  form: FormState,
) => React.ReactElement | Promise<React.ReactElement>

const VIEWS: Record<ReviewView, View> = {
  text: textView,
  columns: (context, opened) => columnsView(context, opened),
  diff: (context, opened) => diffView(context, opened),
  history: ({ locale, t }, opened, state) => (
    <HistoryView path={pathOf(opened)} events={historyOf(opened, state)} locale={locale} t={t} />
  ),
  comments: commentsView,
}

async function textView(context: ReviewContext, opened: OpenedText, state: TextState, form: FormState) {
  const { locale, t } = context
  const { text, language } = opened
  const passages = textHtml(text, language)
  const threads = state.threads.some(({ open }) => open > 0) ? await threadsBeside(opened) : []
  return (
    <TextView
      path={pathOf(opened)}
      language={language}
      blocks={text.blocks}
      labels={labelsOf(opened, context)}
      html={passages.blocks}
      law={
        passages.below === '' ? (
          <Law html={provisionsHtml(text, locale, t)} t={t} />
        ) : (
          <FinishedHtml html={passages.below} />
        )
      }
      figures={await figuresBeside(text, locale, t)}
      threads={threads.map((thread) => shownThread(opened, thread))}
      counts={new Map(state.threads.map(({ block, ...count }) => [block ?? '', count]))}
      writes={writesIn(opened)}
      at={await writingAt(context, opened, form)}
      sign={signBoxOf(opened, state)}
      locale={locale}
      t={t}
    />
  )
}

const labelsOf = ({ text }: OpenedText, { locale, t }: ReviewContext) => blockLabels(text.blocks, locale, t)

function Law({ html, t }: { html: string; t: ReviewContext['t'] }) {
  return (
    <>
      <h2 className="h3">{t('editorial.text.provisions')}</h2>
      <FinishedHtml html={html} />
    </>
  )
}

async function writingAt({ query }: ReviewContext, opened: OpenedText, state: FormState) {
  const { text, language } = opened
  const asked = query.get('at')
  const block = text.blocks.find(({ id }) => id === asked)
  // A comment that was refused because its block is gone is shown again above the text.
  const kept = asked !== null && state.form === 'comment'
  if (!(block || kept) || !writesIn(opened)) return null
  const at = block
    ? { block: block.id, was: hashOfBlock(block, language), fields: proposableFields(block, language) }
    : { block: '', was: '', fields: [] }
  return { ...at, people: await mentionable(opened), draft: newDraft(), state }
}

function columnsView(context: ReviewContext, opened: OpenedText) {
  const { locale, t, query } = context
  const { text } = opened
  const path = href(locale, pathOf(opened))
  // Most reviewers compare Arabic and French; a third language would make the page half as heavy again.
  const english = opened.language === 'en' || query.get('also') === 'en'
  const shown = LOCALES.filter((each) => each !== 'en' || english)
  const html = new Map(shown.map((each) => [each, besideOthers(textHtml(text, each), each, path)]))
  return (
    <ColumnsView
      path={pathOf(opened)}
      blocks={text.blocks}
      labels={labelsOf(opened, context)}
      html={html}
      writes={writesIn(opened)}
      locale={locale}
      t={t}
    />
  )
}

async function diffView(context: ReviewContext, opened: OpenedText) {
  const { locale, t, query } = context
  const { text, language } = opened
  const compared = COMPARED_WITH.find((one) => one === query.get('with')) ?? 'signed'
  const found = await compareWith(text, language, compared)
  const before =
    found &&
    {
      signed: () =>
        found.signedAt ? t('editorial.text.signedOn', { date: formatDate(found.signedAt, locale) }) : null,
      published: () =>
        found.release === null ? t('editorial.text.published') : t('editorial.text.release', { number: found.release }),
    }[compared]()
  return (
    <DiffView
      path={pathOf(opened)}
      language={language}
      with={compared}
      before={before}
      comparison={found && withWords(found.comparison)}
      labels={labelsOf(opened, context)}
      locale={locale}
      t={t}
    />
  )
}

async function commentsView(context: ReviewContext, opened: OpenedText, _: TextState, form: FormState) {
  const { query, locale, t } = context
  const block = query.get('block')
  const answered = query.get('thread')
  const page = Math.max(1, Math.trunc(Number(query.get('page'))) || 1)
  const { threads, more } = await threadsOf(opened, { block, page, thread: answered })
  const writes = writesIn(opened)
  const answering = writes && {
    thread: answered ?? '',
    people: await mentionable(opened),
    draft: newDraft(),
    state: form,
  }
  return (
    <CommentsView
      path={pathOf(opened)}
      language={opened.language}
      threads={threads.map((thread) => shownThread(opened, thread))}
      labels={labelsOf(opened, context)}
      page={page}
      more={more}
      block={block}
      writes={writes}
      answering={answering || null}
      locale={locale}
      t={t}
    />
  )
}
