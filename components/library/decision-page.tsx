import type { Uses } from '@/domain/course/citation-uses'
import type { Decision } from '@/domain/library/decision'
import { keywordsByFamily } from '@/domain/library/filter-decisions'
import type { Library } from '@/domain/library/library'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import { reviewedOn } from '@/domain/signoff/reviewed'
import type { Translator } from '@/i18n/translator'
import { href, reportHref } from '../shell/paths'
import { Inline } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'
import { ReadingPanel } from '../ui/reading-panel'
import { ReviewState } from '../ui/review-state'
import { CitationLinks } from './citation-links'
import { CitedIn } from './cited-in'
import { DecisionFacts } from './decision-facts'
import { DecisionKeywords } from './decision-keywords'
import { DecisionSources } from './decision-sources'
import { DecisionText } from './decision-text'
import { LibraryFrame } from './library-frame'
import { Holding, PredictionForm } from './prediction'

type Props = {
  decision: Decision
  store: Library
  uses: Uses
  /** The option that the reader chose before the answer is shown. */
  guess: string | null
  revealed: boolean
  locale: Locale
  t: Translator
}

/** A decision: first its facts and a question, then what was held. */
export function DecisionPage(props: Props) {
  const { decision, store, uses, revealed, locale, t } = props
  const { prediction } = decision
  const review = reviewOf(store, 'decision', decision.id)
  return (
    <LibraryFrame
      list="cases"
      className="decision"
      title={<Inline source={decision.title[locale]} locale={locale} />}
      notice={
        <>
          <DecisionFacts decision={decision} locale={locale} t={t} />
          <p>
            <ReviewState parts={[review]} locale={locale} t={t} />
          </p>
          {decision.origin !== 'morocco' && (
            <p className="note prose">{t(`library.cases.notBinding.${decision.origin}`)}</p>
          )}
        </>
      }
      locale={locale}
      t={t}
    >
      <ReadingPanel t={t} />
      <Part name="facts" {...props} />
      {!revealed && <PredictionForm prediction={prediction} path={pathOf(props)} locale={locale} t={t} />}
      <Outcome {...props} />
      <Law {...props} />
      <DecisionSources decision={decision} locale={locale} t={t} />
      <CitedIn uses={uses} library={store} locale={locale} t={t} />
      <p className="sm no-print">
        <a href={reportHref(locale, `/library/cases/${decision.id}`)}>{t('errorReport.linkEntry')}</a>
      </p>
    </LibraryFrame>
  )
}

const pathOf = ({ decision, locale }: Props) => href(locale, `/library/cases/${decision.id}`)

type PartProps = Props & { name: 'facts' | 'legalPoint' | 'outcome' | 'reservation' }

function Part({ name, decision, locale, t }: PartProps) {
  const text = decision[name]
  return text ? <DecisionText id={name} title={t(`library.cases.${name}`)} text={text} locale={locale} /> : null
}

/** What the court held. Before it is revealed, only a printed page shows it. */
function Outcome(props: Props) {
  const { decision, guess, revealed, locale, t } = props
  return (
    <div className={revealed ? 'stack-l' : 'stack-l print-only'}>
      <Holding prediction={decision.prediction} guess={guess} locale={locale} t={t} />
      <Part name="legalPoint" {...props} />
      <Part name="outcome" {...props} />
      <Part name="reservation" {...props} />
      {revealed && (
        <p className="no-print">
          <a className="btn" href={pathOf(props)}>
            {t('library.predict.again')}
          </a>
        </p>
      )}
    </div>
  )
}

/** The law that the decision applies, the changes since, and the keywords; those that reveal the answer come last. */
function Law({ decision, store, revealed, locale, t }: Props) {
  const keywords = keywordsByFamily(decision, store.keywords)
  const signedOn = reviewedOn(reviewOf(store, 'decision', decision.id), 'legal', locale)
  const changes = outdatedCitations(decision.cites, store, { lawDate: decision.lawDate, signedOn }, locale)
  return (
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
  )
}
