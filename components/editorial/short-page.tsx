import { type ShortKind, shortPath } from '@/domain/editorial/short-entries'
import type { Page } from '@/domain/list/page-of'
import { directionOf, type Locale, type Localized } from '@/domain/locale'
import type { Area } from '@/domain/signoff/scope'
import type { TextKey } from '@/domain/signoff/text-key'
import { formatNumber, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { ErrorSummary } from '../form/error-summary'
import type { FormState } from '../form/form-state'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { FinishedHtml } from '../ui/finished-html'
import { Pager, pageLink } from '../ui/pager'
import { Text } from '../ui/text'
import { type PendingProposal, PendingProposals } from './pending-proposals'

export type ShownEntry = {
  id: string
  textKey: TextKey
  title: Localized
  /** Its own page, without the language of the interface. */
  path: string
  /** What a tick sends. */
  value: string
  hindered: 'scope' | 'incomplete' | 'proposed' | 'otherArea' | 'signed' | null
  draft: boolean
  /** What colleagues propose to change in it. */
  proposals: readonly PendingProposal[]
  blocks: readonly { id: string; name: string; html: string }[]
  /** The provisions that it cites. */
  law: string
}

type Props = {
  kind: ShortKind
  language: Locale
  area: Area
  entries: Page<ShownEntry> & { total: number }
  /** How many she has just signed. */
  signed: number | null
  state: FormState
  locale: Locale
  t: Translator
}

/** Short entries in full, one tick each, and one button that signs what is ticked. */
export function ShortPage(props: Props) {
  const { kind, language, area, entries, signed, state, locale, t } = props
  const action = pageHref(props, (entries.before ?? 0) + 1)
  return (
    <main id="main" className="wrap page stack">
      <Crumbs
        label={t('editorial.text.crumbs')}
        links={[{ href: href(locale, '/review'), label: t('editorial.text.desk') }]}
      />
      <header className="stack-s">
        <h1>{t('editorial.short.title', { kind: t(`editorial.kinds.${kind}`) })}</h1>
        <p className="sm muted">{t('editorial.short.lead')}</p>
        <p>
          {t('editorial.short.left', {
            count: formatNumber(entries.total, locale),
            language: LANGUAGE_NAMES[language],
            area: t(`editorial.areas.${area}`),
          })}
        </p>
      </header>
      {signed !== null && (
        <p className="note ok" role="status">
          {t('editorial.short.signed', { count: formatNumber(signed, locale) })}
        </p>
      )}
      {entries.rows.some(({ hindered }) => hindered === null) ? (
        <form method="post" action={`${action}#short-problems`} className="stack">
          <ErrorSummary id="short" state={state} t={t} />
          <Entries {...props} />
          <p>
            <button type="submit" className="btn primary">
              {t('editorial.short.sign', { language: LANGUAGE_NAMES[language] })}
            </button>
          </p>
        </form>
      ) : (
        <>
          <ErrorSummary id="short" state={state} t={t} />
          <Entries {...props} />
        </>
      )}
      {entries.total === 0 && <p>{t('editorial.short.none')}</p>}
      <Pager
        label={t('cohorts.dashboard.pages')}
        text={t('cohorts.dashboard.page', { from: entries.from, to: entries.to, total: entries.total })}
        before={pageLink(pageHref(props, entries.before), t('cohorts.dashboard.before'))}
        after={pageLink(pageHref(props, entries.after), t('cohorts.dashboard.after'))}
      />
    </main>
  )
}

function Entries(props: Props) {
  return (
    <ul className="plain stack">
      {props.entries.rows.map((entry) => (
        <Entry key={entry.id} entry={entry} {...props} />
      ))}
    </ul>
  )
}

function pageHref(props: Props, page: number): string
function pageHref(props: Props, page: number | null): string | null
function pageHref({ kind, language, area, locale }: Props, page: number | null): string | null {
  if (page === null) return null
  const query = new URLSearchParams({ area, ...(page > 1 && { page: `${page}` }) })
  return href(locale, `${shortPath(kind, language)}?${query}`)
}

function Entry({ entry, language, area, locale, t }: Props & { entry: ShownEntry }) {
  const { id, title, path, value, hindered, draft, blocks, law } = entry
  const values = { language: LANGUAGE_NAMES[language] }
  const anchor = `short-${id}`
  return (
    <li className="card stack" id={anchor}>
      <h2 className="h3">
        <Text>{typeset(title[locale], locale)}</Text>{' '}
        {draft && <span className="chip warn">{t('editorial.text.draft')}</span>}
      </h2>
      {blocks.map((block) => (
        <div key={block.id}>
          <p className="xs muted">{block.name}</p>
          <div lang={language} dir={directionOf(language)}>
            <FinishedHtml html={block.html} />
          </div>
        </div>
      ))}
      <FinishedHtml html={law} />
      <PendingProposals {...entry} language={language} locale={locale} t={t} />
      {hindered === null ? (
        <label className="opt">
          <input type="checkbox" name="entry" value={value} />
          <span>
            {t(`editorial.text.declarations.${area}`, values)}
            <span className="sr"> {title[locale]}</span>
          </span>
        </label>
      ) : (
        <p className="note warn">{t(`editorial.text.hindered.${hindered}`, values)}</p>
      )}
      <p className="sm">
        <a href={href(locale, path)}>
          {t('editorial.text.write')}
          <span className="sr"> {title[locale]}</span>
        </a>
      </p>
    </li>
  )
}
