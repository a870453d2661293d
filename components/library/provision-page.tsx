import type { Uses } from '@/domain/course/citation-uses'
import type { ComparedVersions } from '@/domain/library/compared-wording'
import type { Instrument } from '@/domain/library/instrument'
import { type Library, lookUp } from '@/domain/library/library'
import type { Provision } from '@/domain/library/provision'
import type { Cited } from '@/domain/library/resolve-citation'
import { reviewOf } from '@/domain/library/review-of'
import { type OnThatDay, shownVersion } from '@/domain/library/versions-in-time'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { href, reportHref } from '../shell/paths'
import { LawBlock } from '../ui/law-block'
import { ReadingPanel } from '../ui/reading-panel'
import { ReviewState } from '../ui/review-state'
import { Text } from '../ui/text'
import { BenchChecklist, NoChecklist } from './bench'
import { BriefLinks, briefsOn } from './brief-links'
import { CitedIn } from './cited-in'
import { Comparison } from './comparison'
import { CopyReference } from './copy-reference'
import { DateChooser } from './date-chooser'
import { LibraryFrame } from './library-frame'
import { VersionList } from './version-list'

type Props = {
  provision: Provision
  instrument: Instrument
  /** The day asked for (ISO); null for today. */
  on: string | null
  state: OnThatDay
  compared: ComparedVersions | null
  uses: Uses
  store: Library
  locale: Locale
  t: Translator
}

/** A provision as it stood on a day, and all that the platform builds on it. */
export function ProvisionPage({ provision, instrument, on, state, compared, uses, store, locale, t }: Props) {
  const cited = citedOn(provision, instrument, state)
  const path = href(locale, `/library/law/${provision.id}`)
  const { version: shown } = cited
  const newest = shown === provision.versions[0]
  return (
    <LibraryFrame
      list="law"
      title={<Text>{citationOf(cited, locale)}</Text>}
      notice={<Head cited={cited} store={store} locale={locale} t={t} />}
      locale={locale}
      t={t}
    >
      <div className="stack">
        <ReadingPanel t={t} />
        <BriefLinks briefs={briefsOn(store, provision.id)} locale={locale} t={t} />
        <DateChooser
          action={path}
          on={on}
          state={state}
          afterReading={on && newest && shown.readAt && shown.readAt < on ? shown.readAt : null}
          locale={locale}
          t={t}
        />
        <LawBlock
          cited={[cited]}
          locale={locale}
          t={t}
          id="wording"
          heading="h2"
          ownPage={headingOf(cited, state, t)}
        />
      </div>
      {compared && <Comparison compared={compared} path={on ? `${path}?on=${on}` : path} locale={locale} t={t} />}
      <div className="grid two">
        <Checklist id={provision.id} store={store} locale={locale} t={t} />
        <section className="stack-s" aria-labelledby="versions">
          <h2 id="versions">{t('library.law.versions')}</h2>
          <VersionList versions={provision.versions} shown={shown} path={path} on={on} locale={locale} t={t} />
        </section>
      </div>
      <CitedIn uses={uses} library={store} locale={locale} t={t} />
      <p className="sm no-print">
        <a href={reportHref(locale, `/library/law/${provision.id}`)}>{t('errorReport.linkEntry')}</a>
      </p>
    </LibraryFrame>
  )
}

/** The title of the page, and its description for search engines. */
export function provisionTitle({
  provision,
  instrument,
  state,
  locale,
}: Omit<Props, 'on' | 'compared' | 'uses' | 'store' | 't'>) {
  const title = typeset(provision.title[locale], locale)
  if (provision.number === null) return { title, description: title }
  const citation = citationOf(citedOn(provision, instrument, state), locale)
  return { title: `${citation} · ${title}`, description: title }
}

function citedOn(provision: Provision, instrument: Instrument, state: OnThatDay): Cited {
  const version = shownVersion(state)
  return {
    id: provision.id,
    instrument,
    // The notes are written for the newest wording: beside an older one they would mislead.
    provision: version === provision.versions[0] ? provision : { ...provision, traps: [] },
    version,
    paragraph: null,
    item: null,
    wording: null,
  }
}

function citationOf(cited: Cited, locale: Locale): string {
  return typeset(capitalise(writeCitation(cited, locale)), locale)
}

/** The heading of the text: a summary, the law in force, or one of its versions. */
function headingOf({ provision, version }: Cited, state: OnThatDay, t: Translator): string {
  if (provision.kind === 'card') return t('library.law.summaryOf')
  const current = version === provision.versions[0] && 'version' in state
  return current ? t('library.law.current') : t('library.law.otherVersion', { id: version.id })
}

type Part = Pick<Props, 'store' | 'locale' | 't'>

function Head({ cited, store, locale, t }: Part & { cited: Cited }) {
  const { id, provision, version } = cited
  return (
    <>
      {provision.number !== null && (
        <p className="lead">
          <Text>{typeset(provision.title[locale], locale)}</Text>
        </p>
      )}
      <div className="row">
        <ReviewState parts={[reviewOf(store, 'law', id)]} locale={locale} t={t} />
        {provision.versions.length > 1 && (
          <a className="btn link" href="#versions">
            {t('library.law.seeVersions', { count: provision.versions.length })}
          </a>
        )}
        <CopyReference cited={cited} t={t} />
        {version.url && (
          <a className="btn link" href={version.url} rel="noreferrer">
            {t('library.law.openSource')}
          </a>
        )}
      </div>
    </>
  )
}

function Checklist({ id, store, locale, t }: Part & { id: string }) {
  const checklist = lookUp(store.checklists, id)
  if (!checklist) return <NoChecklist t={t} />
  const review = reviewOf(store, 'checklist', id)
  return <BenchChecklist checklist={checklist} review={review} store={store} locale={locale} t={t} />
}
