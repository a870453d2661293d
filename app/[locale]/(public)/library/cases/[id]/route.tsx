import { documentPage } from '@/app/document'
import { CitationLinks } from '@/components/library/citation-links'
import { CitedIn } from '@/components/library/cited-in'
import { DecisionFacts } from '@/components/library/decision-facts'
import { DecisionKeywords } from '@/components/library/decision-keywords'
import { DecisionSources } from '@/components/library/decision-sources'
import { DecisionText } from '@/components/library/decision-text'
import { Holding, PredictionForm } from '@/components/library/prediction'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { Inline } from '@/components/ui/inline'
import { LawChanged } from '@/components/ui/law-changed'
import { ReviewState } from '@/components/ui/review-state'
import { NO_USES } from '@/domain/course/citation-uses'
import { reviewedOn } from '@/domain/course/reviewed'
import { AppError } from '@/domain/errors'
import { keywordsByFamily } from '@/domain/library/filter-decisions'
import { lawChanges } from '@/domain/library/law-change'
import { lookUp } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { libraryUses } from '@/server/library/library-uses'

type Context = { params: Promise<{ locale: string; id: string }> }

/** A decision: first its facts and a question, then what was held. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, id } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const store = library()
    const decision = lookUp(store.decisions, id)
    if (!decision) throw new AppError('not-found', `decision ${id}`)

    const { prediction } = decision
    const guess = prediction.options.find((option) => option.id === query.get('predict'))?.id ?? null
    const revealed = guess !== null || query.get('show') === '1'
    const path = href(locale, `/library/cases/${id}`)
    const keywords = keywordsByFamily(decision, store.keywords)
    const uses = (await libraryUses()).get(id) ?? NO_USES
    const review = reviewOf(store, 'decision', id)
    const written = { lawDate: decision.lawDate, signedOn: reviewedOn(review, 'legal', locale) }
    const changes = lawChanges(decision.cites, store, written, locale)
    const text = (name: 'facts' | 'legalPoint' | 'outcome') => (
      <DecisionText id={name} title={t(`library.cases.${name}`)} text={decision[name]} locale={locale} />
    )
    const title = typeset(decision.title[locale], locale)
    const main = (
      <main id="main" className="wrap page stack-l library decision">
        <div className="stack-s">
          <Crumbs
            label={t('library.crumbs')}
            links={[
              { href: href(locale, '/library'), label: t('library.front.title') },
              { href: href(locale, '/library/cases'), label: t('library.cases.title') },
            ]}
          />
          <h1>
            <Inline source={decision.title[locale]} locale={locale} />
          </h1>
          <DecisionFacts decision={decision} locale={locale} t={t} />
          <p>
            <ReviewState parts={[review]} locale={locale} t={t} />
          </p>
          {decision.origin === 'strasbourg' && <p className="note prose">{t('library.cases.notBinding')}</p>}
        </div>
        {text('facts')}
        {!revealed && <PredictionForm prediction={prediction} path={path} locale={locale} t={t} />}
        {/* On paper nothing is left to guess. */}
        <div className={revealed ? 'stack-l' : 'stack-l print-only'}>
          <Holding prediction={prediction} guess={guess} locale={locale} t={t} />
          {text('legalPoint')}
          {text('outcome')}
          {decision.reservation && (
            <DecisionText
              id="reservation"
              title={t('library.cases.reservation')}
              text={decision.reservation}
              locale={locale}
            />
          )}
          {revealed && (
            <p className="no-print">
              <a className="btn" href={path}>
                {t('library.predict.again')}
              </a>
            </p>
          )}
        </div>
        <div className="grid two">
          <section className="stack-s" aria-labelledby="provisions">
            <h2 id="provisions">{t('library.cases.provisions')}</h2>
            <CitationLinks cites={decision.cites} store={store} locale={locale} className="plain links" />
            <LawChanged changes={changes} locale={locale} t={t} />
          </section>
          <DecisionKeywords
            groups={revealed ? keywords : keywords.filter(({ family }) => family !== 'procedure')}
            locale={locale}
            t={t}
          />
        </div>
        <DecisionSources decision={decision} locale={locale} t={t} />
        <CitedIn uses={uses} library={store} locale={locale} t={t} />
      </main>
    )
    return { title, description: typeset(decision.facts[locale], locale), main }
  })
}
