import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { href } from '../../shell/paths'
import type { ImportState } from './import-run'
import { ImportStatus, type Said } from './import-status'

type Props = ImportState & { locale: Locale; t: Translator }

/** The progress of a started import; nothing before the start. A script requests this part of the page by itself. */
export function ImportProgress(props: Props) {
  const { run, counts, stage, toAdd, locale, t } = props
  if (stage === 'checked') return null
  const path = href(locale, `/cohorts/${run.cohortId}`)
  const going = stage === 'running' || stage === 'paused'
  return (
    <ImportStatus
      said={saidOf(props, `${path}/people`)}
      bar={
        going
          ? {
              text: t('cohorts.import.running', { done: counts.done, total: toAdd }),
              done: counts.done,
              all: toAdd,
              lead: t('cohorts.import.runningLead'),
              here: `${path}/import/${run.id}`,
              refresh: t('cohorts.import.refresh'),
              stop: t('cohorts.import.stop'),
            }
          : null
      }
      away={t('cohorts.import.away')}
    />
  )
}

/** The result so far; null while the import goes on normally. @param people the address of the people's page. */
export function saidOf({ run, counts, stage, toAdd, locale, t }: Props, people: string): Said | null {
  const way = { href: people, label: t('cohorts.import.backToPeople') }
  const since = counts.lastDoneAt ?? run.startedAt
  if (stage === 'finished') return { tone: counts.left > 0 ? 'warn' : 'ok', text: finished(counts, t), way }
  if (stage === 'cut-short')
    return { tone: 'warn', text: t('cohorts.import.cutShort', { done: counts.done, total: toAdd }), way }
  if (stage === 'paused' && since)
    return { tone: 'warn', text: t('cohorts.import.paused', { time: formatDateTime(since, locale) }), way: null }
  return null
}

function finished({ done, left }: ImportState['counts'], t: Translator): string {
  const taken = t('cohorts.import.finished', { count: done - left })
  return left === 0 ? taken : `${taken} ${t('cohorts.import.left', { count: left })}`
}
