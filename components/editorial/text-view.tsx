import { Fragment } from 'react'
import type { TextBlock } from '@/domain/editorial/text-block'
import { directionOf, type Locale } from '@/domain/locale'
import type { Area } from '@/domain/signoff/scope'
import type { Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { FinishedHtml } from '../ui/finished-html'
import type { BlockLabels } from './block-labels'
import { QuestionFigures, type ShownFigures } from './question-figures'
import { type ShownThread, Thread } from './threads'
import { CommentForm, type Mentionable, type ProposableField, WordingForm } from './write-forms'

/** The forms at the block that the address names. */
export type WritingAt = {
  /** Empty if the block is gone: what was typed about it can be sent about the text as a whole. */
  block: string
  /** The hash of its words. */
  was: string
  fields: readonly ProposableField[]
  people: readonly Mentionable[]
  draft: string
  state: FormState
}

export type TextViewProps = {
  path: string
  language: Locale
  blocks: readonly TextBlock[]
  labels: BlockLabels
  /** The rendered HTML of the blocks, by id. A passage brings its own `id`. */
  html: ReadonlyMap<string, string>
  /** The provisions that it cites. */
  law: React.ReactNode
  /** How people answered the questions of a bank, by block. */
  figures: ReadonlyMap<string, ShownFigures>
  threads: readonly ShownThread[]
  counts: ReadonlyMap<string, { open: number; all: number }>
  writes: boolean
  at: WritingAt | null
  sign: SignBoxProps['sign']
  locale: Locale
  t: Translator
}

/** The text as readers see it, block by block, beside the provisions that it cites; at its end it is signed. */
export function TextView(props: TextViewProps) {
  const { path, language, blocks, law, at, locale, t } = props
  return (
    <>
      {at?.block === '' && <Writing {...props} at={at} />}
      <div className="text-beside">
        <article className="stack">
          {blocks.map((block) => (
            <Block key={block.id} {...props} block={block} />
          ))}
        </article>
        <aside className="text-law stack" aria-label={t('editorial.text.provisions')}>
          {law}
        </aside>
      </div>
      <SignBox path={path} language={language} sign={props.sign} locale={locale} t={t} />
    </>
  )
}

function Block(props: TextViewProps & { block: TextBlock }) {
  const { block, labels, html, language, path, threads, counts, figures, writes, at, locale, t } = props
  const here = threads.filter((thread) => thread.block === block.id)
  const count = counts.get(block.id)
  const answered = figures.get(block.id)
  return (
    <section
      className={here.length > 0 ? 'text-block is-discussed' : 'text-block'}
      id={block.kind === 'passage' ? undefined : block.id}
    >
      <p className="text-block-name xs">
        <a href={`#${block.id}`}>{labels.get(block.id) ?? block.id}</a>
        <span className="row">
          {count && (
            <a href={`${href(locale, path)}?view=comments&block=${encodeURIComponent(block.id)}`}>
              {t('editorial.text.commentCount', { count: count.all })}
            </a>
          )}
          {writes && (
            <a href={`${href(locale, path)}?at=${encodeURIComponent(block.id)}#at`}>{t('editorial.text.write')}</a>
          )}
        </span>
      </p>
      <div lang={language} dir={directionOf(language)}>
        <FinishedHtml html={html.get(block.id) ?? ''} />
      </div>
      {answered && <QuestionFigures figures={answered} t={t} />}
      {here.map((thread) => (
        <Thread
          key={thread.id}
          thread={thread}
          labels={labels}
          path={path}
          language={language}
          writes={writes}
          locale={locale}
          t={t}
        />
      ))}
      {at?.block === block.id && <Writing {...props} at={at} />}
    </section>
  )
}

function Writing({ path, language, at, locale, t }: TextViewProps & { at: WritingAt }) {
  const { block, was, fields, people, draft, state } = at
  const common = { action: `${href(locale, path)}?at=${encodeURIComponent(block)}`, block, state, locale, t }
  return (
    <div id="at" className="stack">
      <h2 className="h3">{t(block === '' ? 'editorial.text.commentWhole' : 'editorial.text.comment')}</h2>
      <CommentForm {...common} was={was} draft={`${draft}`} thread="" people={people} />
      {fields.map((field) => (
        <Fragment key={field.key}>
          <h2 className="h3">{t('editorial.text.otherWording')}</h2>
          <WordingForm {...common} draft={draft} field={field} language={language} />
        </Fragment>
      ))}
    </div>
  )
}

type SignBoxProps = {
  path: string
  language: Locale
  sign: {
    hash: string
    /** She has confirmed that she has read this text in its current state. */
    read: boolean
    /** The areas for which she may sign the text, and whether she has. */
    areas: readonly { area: Area; signed: boolean }[]
    /** Why the text cannot be signed; null if it can. */
    hindered: 'incomplete' | 'proposed' | null
  }
  locale: Locale
  t: Translator
}

/** The end of the text: a reviewer confirms that she has read it, and may then sign. */
function SignBox({ path, language, sign, locale, t }: SignBoxProps) {
  const { hash, read, areas, hindered } = sign
  const values = { language: LANGUAGE_NAMES[language] }
  if (areas.length === 0) return null
  return (
    <section className="card text-sign" id="sign" aria-labelledby="sign-title">
      <div className="stack-s">
        <h2 id="sign-title">{t('editorial.text.signature')}</h2>
        <p className="sm">
          {t(
            hindered
              ? `editorial.text.hindered.${hindered}`
              : read
                ? 'editorial.text.wasRead'
                : 'editorial.text.readFirst',
            values,
          )}
        </p>
      </div>
      {!hindered && !read && (
        <form method="post" action={href(locale, `${path}/end`)}>
          <input type="hidden" name="hash" value={hash} />
          <button type="submit" className="btn primary">
            {t('editorial.text.atEnd')}
          </button>
        </form>
      )}
      {!hindered && read && (
        <p className="row">
          {areas.map(({ area, signed }) =>
            signed ? (
              <span key={area} className="chip ok">
                {t('editorial.text.youSigned', { area: t(`editorial.areas.${area}`) })}
              </span>
            ) : (
              <a key={area} className="btn primary" href={href(locale, `${path}/sign?area=${area}`)}>
                {t('editorial.text.signAs', { area: t(`editorial.areas.${area}`), ...values })}
              </a>
            ),
          )}
        </p>
      )}
    </section>
  )
}
