import { Scale } from 'lucide'
import type { LawRow } from '@/domain/library/law-rows'
import { lawRows } from '@/domain/library/law-rows'
import type { Provision } from '@/domain/library/provision'
import type { Cited } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { Icon } from './icon'
import { Inline } from './inline'
import { Text } from './text'

type Props = {
  /** One citation, or several paragraphs of one article. */
  cited: readonly Cited[]
  locale: Locale
  t: Translator
  /** Unique on the page. */
  id: string
  heading?: 'h3' | 'h4'
}

/**
 * The text of the law, never mirrored: French left and Arabic right where there is room, Arabic first on a phone. What the
 * facts do not quote is told as a summary and says so.
 */
export function LawBlock({ cited, locale, t, id, heading: Heading = 'h3' }: Props) {
  const first = cited[0]
  if (!first) return null
  const { provision, version } = first
  const inForce = version.inForceFrom
    ? t('law.inForceFrom', { date: formatDate(new Date(version.inForceFrom), locale) })
    : version.readAt && t('law.readAt', { date: formatDate(new Date(version.readAt), locale) })
  const french = 'text' in version && version.text.fr !== undefined
  return (
    <section className="law" aria-labelledby={id} data-law={provision.id}>
      <header>
        <div>
          <Heading id={id}>
            <Icon node={Scale} />{' '}
            <Text>{capitalise(writeCitation({ ...first, paragraph: null, item: null }, locale))}</Text>
          </Heading>
          <p className="law-title sm">{typeset(provision.title[locale], locale)}</p>
          <p className="row">
            <Badges kind={provision.kind} french={french} t={t} />
            {inForce && <span className="xs muted">{inForce}</span>}
          </p>
        </div>
      </header>
      {'text' in version ? (
        <Rows rows={lawRows(version, paragraphsOf(cited))} />
      ) : (
        <p className="law-summary">
          <Text>{typeset(version.summary[locale], locale)}</Text>
        </p>
      )}
      {trapsOf(provision.traps, cited).map((trap) => (
        <p key={trap.text.fr} className="law-trap sm">
          <strong>{t('law.trap')}</strong> <Inline source={trap.text[locale]} locale={locale} />
        </p>
      ))}
      <footer className="xs">
        <span className="muted">
          <Text>{typeset(t('law.source', { source: version.source[locale] }), locale)}</Text>
        </span>
        <span className="muted">{t(CONFIDENCE[version.confidence])}</span>
        <button
          type="button"
          className="btn link xs"
          hidden
          data-copy={cited.map((one) => writeCitation(one, locale)).join(' ; ')}
          data-copied={t('law.copied')}
        >
          {t('law.copy')}
        </button>
      </footer>
    </section>
  )
}

const CONFIDENCE = { high: 'law.confidenceHigh', medium: 'law.confidenceMedium', low: 'law.confidenceLow' } as const

function Badges({ kind, french, t }: { kind: 'text' | 'card'; french: boolean; t: Translator }) {
  if (kind === 'card') return <span className="chip">{t('law.summary')}</span>
  return (
    <>
      <span className="chip src">{t('law.authentic')}</span>
      {!french && <span className="chip">{t('law.noFrench')}</span>}
    </>
  )
}

/** The translation traps of what is shown: of the whole article, or of the paragraphs asked for and their items. */
function trapsOf(traps: Provision['traps'], cited: readonly Cited[]): Provision['traps'] {
  const shown = cited.map(({ id }) => id)
  return traps.filter(({ cites }) =>
    cites.some((cite) => shown.some((id) => cite === id || cite.startsWith(id.includes('#') ? `${id}.` : `${id}#`))),
  )
}

/** The paragraphs asked for, or undefined for the whole article. */
function paragraphsOf(cited: readonly Cited[]): string[] | undefined {
  const ids = cited.map(({ paragraph, item }) => (item === null ? String(paragraph) : `${paragraph}.${item}`))
  return cited.some((citation) => citation.paragraph === null) ? undefined : ids
}

function Rows({ rows }: { rows: readonly LawRow[] }) {
  const bilingual = rows.some((row) => row.fr.length > 0)
  return (
    <div className={bilingual ? 'pairs' : 'pairs single'}>
      {rows.map((row) => (
        <div className="pair" key={[...row.ar, ...row.fr].map((paragraph) => paragraph.id).join(' ')}>
          <Side language="ar" row={row} />
          {bilingual && <Side language="fr" row={row} />}
        </div>
      ))}
    </div>
  )
}

function Side({ language, row }: { language: 'ar' | 'fr'; row: LawRow }) {
  return (
    <div lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'} className="tx">
      {row[language].map(({ id, text }) => (
        <p key={id}>
          {!id.includes('.') && <span className="al">{PARAGRAPH[language](id)}</span>}
          <Text>{typeset(text, language)}</Text>
        </p>
      ))}
    </div>
  )
}

// The label stands in the language of the text, not of the page.
const PARAGRAPH = { ar: (id: string) => `الفقرة ${id}`, fr: (id: string) => `Alinéa ${id}` }
