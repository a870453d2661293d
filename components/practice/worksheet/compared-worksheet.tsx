import {
  type ComparedSign,
  compareWorksheet,
  groupsCompared,
  type WorksheetAnswers,
  type WorksheetReading,
} from '@/domain/case/worksheet/reading'
import { NEXT_CITES, nextSteps, signName } from '@/domain/case/worksheet/worksheet'
import type { IndicatorGroup } from '@/domain/library/indicator'
import type { Locale } from '@/domain/locale'
import type { Reviewable } from '@/domain/signoff/reviewed'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Inline } from '../../ui/inline'
import { ReviewState } from '../../ui/review-state'
import { CaseHead } from '../case-head'
import type { WorksheetFile } from './file-worksheet'

type Props = {
  file: WorksheetFile
  groups: readonly IndicatorGroup[]
  answers: WorksheetAnswers
  reading: WorksheetReading
  review: Reviewable
  notice: React.ReactNode
  again: string
  cite: (ids: readonly string[]) => React.ReactNode
  locale: Locale
  t: Translator
}

/** Her reading of the signs beside the authors', and the next steps that follow from hers. There is no total score. */
export function ComparedWorksheet(props: Props) {
  const { file, groups, answers, reading, review, notice, again, cite, locale, t } = props
  const { child, signs } = compareWorksheet(answers, reading, groups)
  const found = new Map(signs.map((sign) => [sign.name, sign]))
  const steps = nextSteps(answers.child, [...answers.signs.values()])
  return (
    <main id="main" className="wrap page stack worksheet-page">
      <CaseHead
        title={file.title}
        kind="worksheet"
        above={{ href: again, label: t('worksheet.title') }}
        locale={locale}
        t={t}
      >
        <p>{t('worksheet.file.authors')}</p>
        <p>
          <ReviewState parts={[review]} locale={locale} t={t} />
        </p>
        {notice}
      </CaseHead>
      <section className="card stack-s" aria-labelledby="child">
        <h2 id="child" className="h3">
          {t('worksheet.child.question')}
        </h2>
        <p>
          {child.own && <Agreement agrees={child.agrees} t={t} />} {t('worksheet.file.authorsSay')}{' '}
          <strong>{t(`worksheet.child.${child.authors}`)}</strong>
        </p>
      </section>
      <div className="stack compared">
        {groupsCompared(reading, groups).map((group) => (
          <ComparedGroup key={group.id} group={group} found={found} file={file} locale={locale} t={t} />
        ))}
      </div>
      <section className="card stack-s" aria-labelledby="next">
        <h2 id="next" className="h3">
          {t('worksheet.nextTitle')}
        </h2>
        <ul className="next">
          {steps.map((step) => (
            <li key={step}>
              {t(`worksheet.next.${step}`)}
              {cite(NEXT_CITES[step])}
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}

type GroupProps = Pick<Props, 'file' | 'locale' | 't'> & {
  group: IndicatorGroup
  /** The compared signs by their names. */
  found: ReadonlyMap<string, ComparedSign>
}

function ComparedGroup({ group, found, file, locale, t }: GroupProps) {
  return (
    <section className="card stack-s" aria-labelledby={`of-${group.id}`}>
      <h2 id={`of-${group.id}`} className="h3">
        {typeset(group.title[locale], locale)}
      </h2>
      <ul className="plain">
        {group.indicators.map(({ id, text }) => {
          const sign = found.get(signName(group.id, id))
          return (
            sign && (
              <li key={id} className="compared-sign sm">
                <p>
                  <strong>
                    <Inline source={text[locale]} locale={locale} />
                  </strong>
                </p>
                <Compared sign={sign} file={file} locale={locale} t={t} />
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}

function Agreement({ agrees, t }: { agrees: boolean; t: Translator }) {
  return (
    <span className={agrees ? 'chip ok' : 'chip warn'}>
      {t(agrees ? 'worksheet.file.agrees' : 'worksheet.file.differs')}
    </span>
  )
}

type ComparedProps = { sign: ComparedSign; file: WorksheetFile; locale: Locale; t: Translator }

function Compared({ sign: { own, authors, agrees, quoted }, file, locale, t }: ComparedProps) {
  const facts = file.facts.filter(({ id }) => authors.facts.includes(id))
  return (
    <>
      <p>
        {own && <Agreement agrees={agrees} t={t} />} {t('worksheet.file.youSay')}{' '}
        {own ? t(`worksheet.marks.${own.mark}`) : t('worksheet.file.nothing')} · {t('worksheet.file.authorsSay')}{' '}
        <strong>{t(`worksheet.marks.${authors.mark}`)}</strong>
      </p>
      {quoted === false && <p className="other-fact">{t('worksheet.file.otherFact')}</p>}
      {facts.map(({ id, text }) => (
        <blockquote key={id} className="muted">
          {id}
          <span className="quoted-words"> · {typeset(text, locale)}</span>
        </blockquote>
      ))}
      {authors.why && (
        <p>
          <Inline source={authors.why[locale]} locale={locale} />
        </p>
      )}
    </>
  )
}
