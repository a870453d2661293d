import { Scale } from 'lucide'
import type { Instrument } from '@/domain/library/instrument'
import { citedRows } from '@/domain/library/law-rows'
import { paragraphAnchor } from '@/domain/library/library-path'
import type { Provision, ProvisionVersion, TextVersion } from '@/domain/library/provision'
import type { Cited } from '@/domain/library/resolve-citation'
import { stateRead } from '@/domain/library/state-read'
import { writeCitation, writePlace } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { directionOf } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { Icon } from './icon'
import { Inline } from './inline'
import { LawCopyNotes } from './law-copy'
import { LawRows } from './law-rows'
import { Text } from './text'

type Props = {
  /** One citation, or several paragraphs of one article. */
  cited: readonly Cited[]
  locale: Locale
  t: Translator
  /** Unique on the page. Without it, the text is not a landmark: a page that quotes many texts would have too many. */
  id?: string
  heading?: 'h2' | 'h3' | 'h4'
  /** The heading on the provision's own page, whose title names the provision. There, its paragraphs get anchors. */
  ownPage?: string
  /** The page with the source and the translation notes; if it is given, a link to it replaces them. */
  notesAt?: string | undefined
  /** Whether paper shows the paragraphs of a row; by default it shows all. */
  onPaper?: ((paragraphs: readonly string[]) => boolean) | undefined
}

/**
 * The text of the law, never mirrored: French left and Arabic right where there is room, Arabic first on a phone. A
 * provision that the library does not quote is shown as a summary, and marked as one.
 */
export function LawBlock({ cited, locale, t, id, heading: Heading = 'h3', ownPage, notesAt, onPaper }: Props) {
  const first = cited[0]
  if (!first) return null
  const { provision, version, instrument } = first
  const day = (date: string) => formatDate(new Date(date), locale)
  const citation = capitalise(writeCitation({ ...first, paragraph: null, item: null }, locale))
  const tools = (ids: readonly string[]) => <ParagraphTools ids={ids} cited={first} locale={locale} t={t} />
  return (
    <section className="law" aria-labelledby={id} data-law={provision.id}>
      <header>
        <div>
          <Heading id={id}>
            <Icon node={Scale} /> <Text>{ownPage ?? citation}</Text>
          </Heading>
          {provision.number !== null && !ownPage && (
            <p className="law-title sm">{typeset(provision.title[locale], locale)}</p>
          )}
          <p className="row">
            <LawBadges instrument={instrument} version={version} t={t} />
            {version.inForceFrom && (
              <span className="xs muted">{t('law.inForceFrom', { date: day(version.inForceFrom) })}</span>
            )}
            {version.inForceUntil && (
              <span className="xs muted">{t('law.inForceUntil', { date: day(version.inForceUntil) })}</span>
            )}
            {version.readAt ? (
              <span className="xs muted">{t(`law.${stateRead(version)}`, { date: day(version.readAt) })}</span>
            ) : (
              'text' in version && <span className="xs muted">{t('law.undated')}</span>
            )}
          </p>
        </div>
      </header>
      {'text' in version ? (
        <Wording version={version} cited={cited} tools={ownPage === undefined ? undefined : tools} onPaper={onPaper} />
      ) : (
        <div className="law-summary">
          <p>
            <Inline source={version.summary[locale]} locale={locale} />
          </p>
          <NotHeld url={version.url} keeper={version.askAt?.[locale]} t={t} />
        </div>
      )}
      {'text' in version && version.summary && (
        <p className="law-trap sm">
          <strong>{t('law.inShort')}</strong> <Inline source={version.summary[locale]} locale={locale} />
        </p>
      )}
      {'text' in version && <LawCopyNotes version={version} rows={citedRows(version, cited)} locale={locale} t={t} />}
      {notesAt !== undefined && 'text' in version ? (
        <footer className="xs no-print">
          <a href={notesAt}>{t('law.notesInLibrary')}</a>
        </footer>
      ) : (
        <LawNotes cited={cited} reference={!ownPage} locale={locale} t={t} />
      )}
    </section>
  )
}

const TEXT_CONFIDENCE = {
  high: 'law.confidenceHigh',
  medium: 'law.confidenceMedium',
  low: 'law.confidenceLow',
} as const
const SUMMARY_CONFIDENCE = { high: 'law.summaryHigh', medium: 'law.summaryMedium', low: 'law.summaryLow' } as const

type NotesProps = { cited: readonly Cited[]; reference: boolean; locale: Locale; t: Translator }

/** The notes on the translation, and where the text was read. */
export function LawNotes({ cited, reference, locale, t }: NotesProps) {
  const first = cited[0]
  if (!first) return null
  const { provision, version } = first
  return (
    <>
      {trapsOf(provision.traps, cited).map((trap) => (
        <p key={trap.text.fr} className="law-trap sm" data-p={placesOf(trap.cites)}>
          <strong>{t('law.trap')}</strong> <Inline source={trap.text[locale]} locale={locale} />
        </p>
      ))}
      <footer className="xs">
        <span className="muted">
          <Text locale={locale}>{typeset(t('law.source', { source: version.source[locale] }), locale)}</Text>
        </span>
        <span className="muted">
          {t(('text' in version ? TEXT_CONFIDENCE : SUMMARY_CONFIDENCE)[version.confidence])}
        </span>
        {'text' in version && (
          <span className="muted">
            {version.collated
              ? t('law.collated', { date: formatDate(new Date(version.collated), locale) })
              : t('law.uncollated')}
          </span>
        )}
        {reference && (
          <Copy
            text={cited.map((citation) => writeCitation(citation, locale)).join(' ; ')}
            label={t('law.copy')}
            t={t}
          />
        )}
      </footer>
    </>
  )
}

/** Which language prevails; for a treaty made in several languages, which of them were read. */
export function LawBadges({
  instrument,
  version,
  t,
}: {
  instrument: Instrument
  version: ProvisionVersion
  t: Translator
}) {
  if (!('text' in version)) return <span className="chip">{t('law.summary')}</span>
  const french = version.text.fr !== undefined
  if (instrument.authenticLanguage !== 'ar') {
    return <span className="chip src">{t(french ? 'law.readInBoth' : 'law.readInArabic')}</span>
  }
  return (
    <>
      <span className="chip src">{t('law.authentic')}</span>
      {!french && <span className="chip">{t('law.noFrench')}</span>}
    </>
  )
}

type WordingProps = {
  version: TextVersion
  cited: readonly Cited[]
  tools: ((ids: readonly string[]) => React.ReactNode) | undefined
  onPaper: Props['onPaper']
}

/** The cited paragraphs. A whole article also shows what the amending law says before it. */
function Wording({ version, cited, tools, onPaper }: WordingProps) {
  const whole = cited.some(({ paragraph }) => paragraph === null)
  return (
    <>
      {whole && version.preamble && (
        <div className="tx" lang="ar" dir="rtl">
          <p>
            <Text>{typeset(version.preamble.ar, 'ar')}</Text>
          </p>
        </div>
      )}
      <LawRows rows={citedRows(version, cited)} tools={tools} onPaper={onPaper} />
    </>
  )
}

/** Says that the wording is not here, and where it can be read or who has it. */
function NotHeld({ url, keeper, t }: { url: string | undefined; keeper: string | undefined; t: Translator }) {
  return (
    <p className="sm muted">
      {t('law.notHeld')}
      {url && (
        <>
          {' '}
          {t.rich('law.readAt', {
            site: () => (
              <a key="site" href={url} rel="noreferrer" dir="ltr">
                {new URL(url).hostname}
              </a>
            ),
          })}
        </>
      )}
      {!url && keeper && ` ${t('law.askAt', { keeper })}`}
    </p>
  )
}

type ToolsProps = { ids: readonly string[]; cited: Cited; locale: Locale; t: Translator }

/** The anchor of each paragraph of a row and its reference to copy, in the language of the page. */
function ParagraphTools({ ids, cited, locale, t }: ToolsProps) {
  return (
    <div className="pair-tools xs" dir={directionOf(locale)}>
      {ids.map((id) => {
        const [paragraph, item] = id.split('.').map(Number)
        const place = { ...cited, paragraph: paragraph ?? null, item: item ?? null }
        return (
          <span key={id} className="row">
            <a id={paragraphAnchor(id)} href={`#${paragraphAnchor(id)}`}>
              {typeset(capitalise(writePlace(place, locale)), locale)}
            </a>
            <Copy text={writeCitation(place, locale)} label={t('law.copy')} t={t} />
          </span>
        )
      })}
    </div>
  )
}

/** Hidden until the browser's script, which does the copying, shows it. */
function Copy({ text, label, t }: { text: string; label: string; t: Translator }) {
  return (
    <button type="button" className="btn link xs" hidden data-copy={text} data-copied={t('law.copied')}>
      {label}
    </button>
  )
}

/** The paragraphs and items that a note is about; undefined for a note on the whole article. */
function placesOf(cites: readonly string[]): string | undefined {
  const places = cites.map((id) => id.split('#')[1])
  return places.includes(undefined) ? undefined : places.join(' ')
}

/** The translation notes on the shown text: of the whole article, or of the cited paragraphs and their items. */
function trapsOf(traps: Provision['traps'], cited: readonly Cited[]): Provision['traps'] {
  const shown = cited.map(({ id }) => id)
  return traps.filter(({ cites }) =>
    cites.some((cite) => shown.some((id) => cite === id || cite.startsWith(id.includes('#') ? `${id}.` : `${id}#`))),
  )
}
