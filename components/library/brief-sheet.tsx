import type { ReactNode } from 'react'
import type { Brief } from '@/domain/library/brief'
import { type BriefPoint, checksOf, mistakesOf } from '@/domain/library/brief-parts'
import { entryPath } from '@/domain/library/entry-path'
import { type Library, lookUp } from '@/domain/library/library'
import { languagesBeside, usableIn } from '@/domain/library/model-use'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'
import { ReviewState } from '../ui/review-state'
import { DecisionLine } from './decision-line'
import { PenaltyScale } from './penalty-scale'
import { ShortCites } from './short-cites'

type Props = { brief: Brief; store: Library; locale: Locale; t: Translator }

/** All of a brief, as it is printed on one sheet. Ticks are not sent: the checkboxes have no name and are in no form. */
export function BriefSheet({ brief, store, locale, t }: Props) {
  const all = { store, locale, t }
  const { degrees, decisions, models, kind } = brief
  return (
    <div className="brief">
      <Part title={t(`library.briefs.elements.${kind}`)} className={degrees ? '' : 'brief-tall'}>
        <ol>{pointsOf(brief.elements, all)}</ol>
      </Part>
      {degrees && (
        <Part title={t('library.briefs.penalty')} className="wide brief-tall">
          <PenaltyScale degrees={degrees} {...all} />
        </Part>
      )}
      <Part title={t('library.briefs.checks')} className={degrees ? '' : 'wide'}>
        <ul className="boxes">
          {checksOf(brief, store).map((point) => (
            <li key={point.text.fr}>
              <label>
                <input type="checkbox" autoComplete="off" />
                <Point point={point} {...all} />
              </label>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('library.briefs.mistakes')} className="wrong">
        <ul>{pointsOf(mistakesOf(brief, store), all)}</ul>
      </Part>
      {decisions.length > 0 && (
        <Part title={t('library.briefs.decisions', { count: decisions.length })}>
          <Decisions ids={decisions} {...all} />
        </Part>
      )}
      {models.length > 0 && (
        <Part title={t('library.briefs.models', { count: models.length })}>
          <ul>
            {models.map((id) => (
              <ModelLine key={id} id={id} {...all} />
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('library.briefs.texts')}>
        <p className="texts">
          {brief.texts.map((id) => (
            <ShortCites key={id} cites={[id]} store={store} locale={locale} />
          ))}
        </p>
      </Part>
      <footer className="full">
        <ReviewState parts={[reviewOf(store, 'brief', brief.id)]} locale={locale} t={t} />{' '}
        {t('course.lawAsOf', { date: formatDate(new Date(brief.lawDate), locale) })}. {t('library.briefs.notTheText')}
      </footer>
    </div>
  )
}

function Part({ title, className, children }: { title: string; className?: string; children: ReactNode }) {
  return (
    <section className={className || undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

type All = Omit<Props, 'brief'>

function pointsOf(points: readonly BriefPoint[], all: All) {
  return points.map((point) => (
    <li key={point.text.fr}>
      <Point point={point} {...all} />
    </li>
  ))
}

function Decisions({ ids, ...all }: { ids: readonly string[] } & All) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <DecisionLine id={id} {...all} />
        </li>
      ))}
    </ul>
  )
}

function Point({ point: { text, cites }, store, locale }: { point: BriefPoint } & All) {
  return (
    <span>
      <Inline source={text[locale]} locale={locale} />
      <ShortCites cites={cites} store={store} locale={locale} />
    </span>
  )
}

/** A model is named; it is printed from its own page, once a jurist has signed it. */
function ModelLine({ id, store, locale, t }: { id: string } & All) {
  const model = lookUp(store.models, id)
  if (!model) return null
  const signed = usableIn(reviewOf(store, 'model', id), languagesBeside(locale)).length > 0
  return (
    <li>
      <a href={href(locale, entryPath.model(id))}>{typeset(model.title[locale], locale)}</a>{' '}
      <span className="muted">({t(signed ? 'library.briefs.modelSigned' : 'library.briefs.modelUnsigned')})</span>
    </li>
  )
}
