import { MARKS, NEXT_CITES, NEXT_STEPS, worksheetGroups } from '@/domain/case/worksheet/worksheet'
import type { Library } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { Crumbs } from '../../ui/crumbs'
import { ReviewState } from '../../ui/review-state'
import { ChildQuestion, Counts, SignGroup } from './sign-groups'

type Props = {
  store: Library
  /** The day of the copy, in words, on a device that keeps the page; null on the site. */
  copy?: string | null
  /** Renders the links to the provisions that a sentence rests on. */
  cite: (ids: readonly string[]) => React.ReactNode
  locale: Locale
  t: Translator
}

/**
 * The blank worksheet. Its form has the method `dialog`, so that no browser can send it, and its fields for words have no
 * name. Nothing of it is stored.
 */
export function WorksheetPage({ store, copy = null, cite, locale, t }: Props) {
  const { common, forms } = worksheetGroups(store.indicators)
  const quote = () => <QuoteField t={t} />
  return (
    <main id="main" className="wrap page stack worksheet-page">
      {copy === null && (
        <Crumbs label={t('worksheet.crumbs')} links={[{ href: href(locale, '/practice'), label: t('nav.practice') }]} />
      )}
      <h1>{t('worksheet.title')}</h1>
      {copy !== null && <p className="kept-says xs muted">{copy}</p>}
      <div className="note care">
        <div>
          <p className="note-title">{t('worksheet.noNames')}</p>
          <p className="sm">{t('worksheet.stays')}</p>
          <noscript>
            <p className="sm">{t('worksheet.withoutScript')}</p>
          </noscript>
        </div>
      </div>
      <p className="row xs muted off-paper">
        <ReviewState
          parts={[...common, ...forms].map(({ id }) => reviewOf(store, 'indicator', id))}
          locale={locale}
          t={t}
        />
        <span>{t('worksheet.noProof')}</span>
        {copy === null && <a href={href(locale, '/library/indicators')}>{t('worksheet.advice')}</a>}
      </p>
      {/* The form has no action, and this method never sends anything. */}
      <form method="dialog" className="stack worksheet" autoComplete="off" data-worksheet>
        <ChildQuestion t={t} />
        {common.map((group) => (
          <SignGroup key={group.id} group={group} quote={quote} locale={locale} t={t} />
        ))}
        <p className="sm off-paper">{t('worksheet.forms')}</p>
        {forms.map((group) => (
          <SignGroup key={group.id} group={group} folded quote={quote} locale={locale} t={t} />
        ))}
        <Result cite={cite} t={t} />
        <p className="row off-paper">
          <button type="button" className="btn" data-print hidden>
            {t('worksheet.print')}
          </button>
          <button type="reset" className="btn danger">
            {t('worksheet.clear')}
          </button>
        </p>
        <p className="sm" role="status" data-cleared={t('worksheet.cleared')} />
      </form>
      {copy === null && <p className="sm muted off-paper">{t('worksheet.keep')}</p>}
    </main>
  )
}

function QuoteField({ t }: Pick<Props, 't'>) {
  return (
    <input
      type="text"
      className="quote"
      dir="auto"
      maxLength={300}
      aria-label={t('worksheet.quote')}
      autoComplete="off"
    />
  )
}

/** The statement of reasons and the next steps, with their legal basis. It shows counts, but no score. */
function Result({ cite, t }: Pick<Props, 'cite' | 't'>) {
  return (
    <section className="card stack result" aria-labelledby="reasons">
      <h2 id="reasons">{t('worksheet.reasons')}</h2>
      <Counts t={t} />
      <p className="sm">{t('worksheet.statement')}</p>
      <dl className="statement" data-statement>
        {MARKS.map((mark) => (
          <div key={mark} data-mark={mark} hidden>
            <dt>{t(`worksheet.said.${mark}`)}</dt>
          </div>
        ))}
      </dl>
      <h3>{t('worksheet.nextTitle')}</h3>
      <ul className="stack-s next">
        {NEXT_STEPS.map((step) => (
          <li key={step} className={`to-${step}`}>
            {t(`worksheet.next.${step}`)}
            {cite(NEXT_CITES[step])}
          </li>
        ))}
      </ul>
    </section>
  )
}
