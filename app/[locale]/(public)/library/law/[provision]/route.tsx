import { documentPage } from '@/app/document'
import { BenchChecklist, NoChecklist } from '@/components/library/bench'
import { CitedIn } from '@/components/library/cited-in'
import { CopyReference } from '@/components/library/copy-reference'
import { DateChooser } from '@/components/library/date-chooser'
import { VersionList } from '@/components/library/version-list'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { LawBlock } from '@/components/ui/law-block'
import { ReviewState } from '@/components/ui/review-state'
import { Text } from '@/components/ui/text'
import { NO_USES } from '@/domain/course/citation-uses'
import { AppError } from '@/domain/errors'
import { lookUp } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import { onThatDay, readDay } from '@/domain/library/versions-in-time'
import { writeCitation } from '@/domain/library/write-citation'
import { capitalise, typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { libraryUses } from '@/server/library/library-uses'
import { comparisonOf } from './comparison'

type Context = { params: Promise<{ locale: string; provision: string }> }

/** A provision as it stood on a day, and all that the platform builds on it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, provision: id } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const store = library()
    const provision = lookUp(store.provisions, id)
    const instrument = provision && lookUp(store.instruments, provision.instrument)
    if (!provision || !instrument) throw new AppError('not-found', `provision ${id}`)

    const on = readDay(query.get('on'))
    const state = onThatDay(provision, on ?? new Date().toISOString().slice(0, 10))
    const shown = 'version' in state ? state.version : 'first' in state ? state.first : state.last
    const newest = provision.versions[0]
    const cited = {
      id,
      instrument,
      // The notes are written for the newest wording: beside an older one they would mislead.
      provision: shown === newest ? provision : { ...provision, traps: [] },
      version: shown,
      paragraph: null,
      item: null,
      wording: null,
    }
    const citation = typeset(capitalise(writeCitation(cited, locale)), locale)
    const title = typeset(provision.title[locale], locale)
    const path = href(locale, `/library/law/${id}`)
    const other = provision.versions.find((version) => version.id === query.get('compare') && version !== shown)
    const checklist = lookUp(store.checklists, id)
    const uses = (await libraryUses()).get(id) ?? NO_USES
    const heading =
      provision.kind === 'card'
        ? t('library.law.summaryOf')
        : shown === newest && 'version' in state
          ? t('library.law.current')
          : t('library.law.otherVersion', { id: shown.id })
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack-s">
          <Crumbs
            label={t('library.crumbs')}
            links={[
              { href: href(locale, '/library'), label: t('library.front.title') },
              { href: href(locale, '/library/law'), label: t('library.law.title') },
            ]}
          />
          <h1>
            <Text>{citation}</Text>
          </h1>
          {provision.number !== null && (
            <p className="lead">
              <Text>{title}</Text>
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
            {shown.url && (
              <a className="btn link" href={shown.url} rel="noreferrer">
                {t('library.law.openSource')}
              </a>
            )}
          </div>
        </div>

        <div className="stack">
          <DateChooser
            action={path}
            on={on}
            state={state}
            afterReading={on && shown === newest && shown.readAt && shown.readAt < on ? shown.readAt : null}
            locale={locale}
            t={t}
          />
          <LawBlock cited={[cited]} locale={locale} t={t} id="wording" heading="h2" ownPage={heading} />
        </div>

        {other && comparisonOf({ provision, shown, other, path: on ? `${path}?on=${on}` : path, locale, t })}

        <div className="grid two">
          {checklist ? (
            <BenchChecklist
              checklist={checklist}
              review={reviewOf(store, 'checklist', id)}
              store={store}
              locale={locale}
              t={t}
            />
          ) : (
            <NoChecklist t={t} />
          )}
          <section className="stack-s" aria-labelledby="versions">
            <h2 id="versions">{t('library.law.versions')}</h2>
            <VersionList versions={provision.versions} shown={shown} path={path} on={on} locale={locale} t={t} />
          </section>
        </div>
        <CitedIn uses={uses} library={store} locale={locale} t={t} />
      </main>
    )
    return { title: provision.number === null ? title : `${citation} · ${title}`, description: title, main }
  })
}
