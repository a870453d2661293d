import type { DocumentContext } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import { PartLinks } from '@/components/cohort/part-links'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import { Name } from '@/components/ui/name'
import { REST_DAYS, type ReminderReason } from '@/domain/cohort/reminding'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { noteViews } from '@/server/cohort/note-views'
import { type ReminderPage, reminderPage } from '@/server/cohort/reminders/reminder-page'
import { readOutcome } from './outcome-query'
import { ReminderDraft } from './reminder-draft'
import { RemindersSent } from './reminders-sent'

/** What a page is asked about, with the word that was typed so far. */
export type Draft = { why: ReminderReason | null; note: string | null; state: FormState }

export async function remindPage(
  { locale, t, query }: DocumentContext,
  cohortId: string,
  { why, note, state }: Draft,
): Promise<DocumentPage> {
  const now = new Date()
  const { cohort, permit } = await requireCohort('cohort:remind', cohortId)
  const log = /^[1-9]\d{0,3}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1
  const page = await reminderPage(permit, cohort, { why, note, page: log }, now)
  await noteViews(permit, cohort, shownIn(page), now)
  const path = href(locale, `/cohorts/${cohort.id}`)
  const outcome = readOutcome(query)
  const main = (
    <main id="main" className="wrap page stack dashboard">
      <p className="sm">
        <a href={path}>
          <Name>{cohort.name}</Name>
        </a>
      </p>
      <h1>{t('cohorts.remind.title')}</h1>
      {outcome && (
        <div className={outcome.sent > 0 ? 'note ok' : 'note warn'} role="status">
          <p>{t('cohorts.remind.sent', { count: outcome.sent })}</p>
          {outcome.left > 0 && <p>{t('cohorts.remind.left', { count: outcome.left })}</p>}
          {outcome.rested > 0 && <p>{t('cohorts.remind.rested', { count: outcome.rested })}</p>}
        </div>
      )}
      <p>{t(cohort.archivedAt ? 'cohorts.remind.archived' : 'cohorts.remind.lead', { days: REST_DAYS })}</p>
      {page.situations.length > 0 && (
        <PartLinks
          label={t('cohorts.remind.situations')}
          parts={page.situations.map(({ why: key, people }) => ({
            key,
            href: `${path}/remind?why=${key}`,
            label: t('cohorts.remind.situation', { situation: t(`cohorts.following.${key}`), count: people }),
            current: key === page.chosen?.why,
          }))}
        />
      )}
      {page.situations.length > 0 && !page.chosen && <p className="muted">{t('cohorts.remind.choose')}</p>}
      {page.chosen && (
        <ReminderDraft action={`${path}/remind`} chosen={page.chosen} state={state} locale={locale} t={t} />
      )}
      <RemindersSent runs={page.runs} more={page.more} path={`${path}/remind`} page={log} locale={locale} t={t} />
    </main>
  )
  return { title: t('cohorts.remind.title'), main, staff: true, index: false }
}

/** Whose progress, or that it was spoken of, the page tells. */
function shownIn({ chosen, runs }: ReminderPage): string[] {
  const { due = [], resting = [], unreachable = [] } = chosen?.group ?? {}
  const written = runs.flatMap(({ people }) => people)
  const ids = [...due, ...resting, ...unreachable, ...written].flatMap(({ accountId }) => accountId ?? [])
  return [...new Set(ids)]
}
