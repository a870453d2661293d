import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import { Name } from '../../ui/name'
import { WideFrame } from '../cohort-frame'
import { type ImportStep, ImportSteps } from './import-steps'

export type StepProps = {
  cohort: { id: string; name: string }
  run: { id: string; fileName: string }
  /** The rows of the list. */
  total: number
  locale: Locale
  t: Translator
}
type Props = StepProps & { at: ImportStep; heading: string; children: React.ReactNode }

/** A step of an import before it is started. */
export function StepFrame({ cohort, run, total, at, heading, locale, t, children }: Props) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  return (
    <WideFrame back={{ href: `${path}/people`, label: <Name>{cohort.name}</Name> }} heading={heading}>
      <ImportSteps at={at} here={`${path}/import/${run.id}`} again={`${path}/import`} t={t} />
      <ul className="facts sm muted">
        <li>
          <bdi>{run.fileName}</bdi>
        </li>
        <li>{t('cohorts.import.reportLead', { rows: total })}</li>
      </ul>
      <p className="sm">{t('cohorts.import.mapping.lead')}</p>
      {children}
    </WideFrame>
  )
}

/** Numbers with what they count. */
export function StepFigures({ figures, locale }: { figures: readonly (readonly [string, number])[]; locale: Locale }) {
  return (
    <dl className="figures">
      {figures.map(([label, value]) => (
        <div key={label} className="card">
          <dt className="sm muted">{label}</dt>
          <dd>
            <strong>{formatNumber(value, locale)}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}
