import { COUNTRY } from '@/domain/cohort/report/coverage'
import { PEOPLE_GROUPS } from '@/domain/cohort/report/people-group'
import { STAGES } from '@/domain/cohort/report/report'
import { regionName } from '../ui/region-name'
import type { Words } from './sheet'

/** The name of a function; one that is no longer counted separately is named “others”. */
export function functionName(label: string, { t }: Words): string {
  return t(`report.groups.${PEOPLE_GROUPS.find((one) => one === label) ?? 'others'}`)
}

export function stageName(label: string, { t }: Words): string {
  const stage = STAGES.find((one) => one === label)
  return stage ? t(`report.stages.${stage}`) : label
}

export function placeName(label: string, { regions, locale, t }: Words): string {
  return label === COUNTRY ? t('report.country') : regionName(regions, label, locale, t)
}
