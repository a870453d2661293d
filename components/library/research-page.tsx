import { REFERENCE_KINDS, type Reference } from '@/domain/library/reference'
import type { Locale } from '@/domain/locale'
import type { Day } from '@/domain/time/day'
import { formatLooseDate, type Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { CitationFormats, citationFile } from '../ui/citation-formats'
import { DownloadLink } from '../ui/download-link'
import { LibraryFrame } from './library-frame'
import { ResearchCalls, type ShownCall } from './research-calls'

type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  references: readonly Reference[]
  /** The origin of the site, for the addresses in citations. */
  origin: string
  calls: readonly ShownCall[]
  today: Day
}

/** For researchers on trafficking: open figures and how to cite them, and the sources of the library. */
export function ResearchPage({ references, origin, calls, today, locale, t }: Props) {
  const ofKind = (kind: Reference['kind']) => references.filter((one) => one.kind === kind)
  const [figures, ...texts] = REFERENCE_KINDS
  return (
    <LibraryFrame title={t('library.research.title')} lead={t('library.research.lead')} locale={locale} t={t}>
      <section className="stack" aria-labelledby="open-figures">
        <h2 id="open-figures">{t('library.research.figures')}</h2>
        <p className="prose">{t('library.research.figuresLead')}</p>
        <ul className="plain stack-s">
          {ofKind(figures).map((figure) => (
            <CitedFigure key={figure.key} figure={figure} origin={origin} locale={locale} t={t} />
          ))}
        </ul>
      </section>
      <ResearchCalls calls={calls} today={today} locale={locale} t={t} />
      <section className="stack" aria-labelledby="bibliography">
        <h2 id="bibliography">{t('library.research.bibliography')}</h2>
        <p className="prose">{t('library.research.bibliographyLead')}</p>
        <p className="row">
          <DownloadLink href={citationFile('bibliography', 'bib', locale)}>
            {t('library.research.wholeBibtex')}
          </DownloadLink>
          <DownloadLink href={citationFile('bibliography', 'json', locale)}>
            {t('library.research.wholeCsl')}
          </DownloadLink>
        </p>
        {texts
          .filter((kind) => ofKind(kind).length > 0)
          .map((kind) => (
            <div key={kind} className="stack-s">
              <h3>{t(`library.research.kinds.${kind}`)}</h3>
              <ul className="plain entries">
                {ofKind(kind).map((reference) => (
                  <Entry key={reference.key} reference={reference} locale={locale} />
                ))}
              </ul>
            </div>
          ))}
      </section>
    </LibraryFrame>
  )
}

function CitedFigure({
  figure: { key, path, title },
  origin,
  locale,
  t,
}: Texts & { figure: Reference; origin: string }) {
  const id = key.slice('figure-'.length)
  const name = typeset(title[locale], locale)
  return (
    <li className="card stack-s">
      <h3>
        <a href={href(locale, path)}>{name}</a>
      </h3>
      <p className="xs muted">
        {t('library.research.address')} <bdi dir="ltr">{`${origin}/${locale}${path}`}</bdi>
      </p>
      <p className="row sm">
        <a href={`/api/library/figures/${id}?lang=${locale}`} aria-label={t('library.research.csvOf', { title: name })}>
          {t('library.research.csv')}
        </a>
        <CitationFormats reference={key} name={name} locale={locale} t={t} />
      </p>
    </li>
  )
}

function Entry({ reference, locale }: { reference: Reference; locale: Locale }) {
  const { path, title, authority, date, number } = reference
  const name = typeset(capitalise(title[locale]), locale)
  return (
    <li>
      <a href={href(locale, path)}>{name}</a>
      <span className="sm muted">
        {[authority?.[locale], date && formatLooseDate(date, locale)].filter(Boolean).join(' · ')}
        {number && (
          <>
            {' · '}
            <bdi>{number}</bdi>
          </>
        )}
      </span>
    </li>
  )
}
