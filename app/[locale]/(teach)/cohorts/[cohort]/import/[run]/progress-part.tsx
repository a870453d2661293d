import { ListProgress } from '@/components/cohort/list-progress'
import { href } from '@/components/shell/paths'
import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import type { ListProgress as Progress } from '@/server/cohort/import/import-report'

/** Where a list stands once somebody said go: a part of its page, which the page's script asks for by itself. */
export function progressPart({ run, counts, stage, toAdd }: Progress, locale: Locale, t: Translator) {
  if (stage === 'checked') return null
  const path = href(locale, `/cohorts/${run.cohortId}`)
  const going = stage === 'running' || stage === 'paused'
  return (
    <ListProgress
      said={saidOf()}
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

  function saidOf() {
    const way = { href: `${path}/people`, label: t('cohorts.import.backToPeople') }
    const since = counts.lastDoneAt ?? run.startedAt
    if (stage === 'finished') return { tone: counts.left > 0 ? 'warn' : 'ok', text: finished(), way } as const
    if (stage === 'cut-short')
      return { tone: 'warn', text: t('cohorts.import.cutShort', { done: counts.done, total: toAdd }), way } as const
    if (stage === 'paused' && since)
      return {
        tone: 'warn',
        text: t('cohorts.import.paused', { time: formatDateTime(since, locale) }),
        way: null,
      } as const
    return null
  }

  function finished(): string {
    const taken = t('cohorts.import.finished', { count: counts.done - counts.left })
    return counts.left === 0 ? taken : `${taken} ${t('cohorts.import.left', { count: counts.left })}`
  }
}
