import { RESTORE_DAYS } from '@/domain/cohort/phase'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { type CohortChoices, CohortForm, type CohortFormValues } from './cohort-form'
import { FormFrame } from './cohort-frame'
import { SeatsSection } from './seats-section'

const DAY_MS = 86_400_000

type Words = { locale: Locale; t: Translator }
type Shared = Words & { choices: CohortChoices; state: FormState }
type SettingsProps = Shared & {
  cohort: CohortFormValues & { id: string; institutionId: string; archivedAt: Date | null }
  /** How many seats are taken, and how many people wait for one. */
  places: { taken: number; waiting: number }
  /** The states of the form for the seats, and of the form that archives the cohort. */
  seats: FormState
  archiving: FormState
  /** The reader may copy the cohort. */
  mayCopy: boolean
  /** The cohort is archived and can still be restored. */
  restorable: boolean
}

/** The settings of a cohort: its courses and days, its seats, a copy of it, and archiving or restoring it. */
export function CohortSettingsPage(props: SettingsProps) {
  const { cohort, choices, places, state, seats, archiving, mayCopy, restorable, locale, t } = props
  const path = href(locale, `/cohorts/${cohort.id}`)
  const lead = cohort.archivedAt ? (
    <p className="note">{t('cohorts.form.closed')}</p>
  ) : (
    <section className="stack" aria-labelledby="details">
      <h2 id="details">{t('cohorts.form.details')}</h2>
      <CohortForm
        action={`${path}/settings`}
        values={cohort}
        choices={choices}
        state={state}
        submit={t('cohorts.form.save')}
        asksSeats={false}
        locale={locale}
        t={t}
      />
    </section>
  )
  return (
    <FormFrame
      back={{ href: path, label: <Name>{cohort.name}</Name> }}
      heading={t('cohorts.form.settings')}
      lead={lead}
    >
      {!cohort.archivedAt && (
        <SeatsSection action={`${path}/settings`} seats={cohort.seats} places={places} state={seats} t={t} />
      )}
      {mayCopy && <CopySection cohort={cohort} locale={locale} t={t} />}
      {!cohort.archivedAt && <ArchiveSection path={path} state={archiving} t={t} />}
      {cohort.archivedAt && restorable && <RestoreSection path={path} at={cohort.archivedAt} locale={locale} t={t} />}
    </FormFrame>
  )
}

function CopySection({ cohort, locale, t }: Words & { cohort: { id: string; institutionId: string } }) {
  return (
    <section className="stack-s" aria-labelledby="copy">
      <h2 id="copy">{t('cohorts.form.copy')}</h2>
      <p>{t('cohorts.form.copyLead')}</p>
      <p>
        <a className="btn" href={href(locale, `/institutions/${cohort.institutionId}/cohorts/new?copy=${cohort.id}`)}>
          {t('cohorts.form.copyTitle')}
        </a>
      </p>
    </section>
  )
}

function ArchiveSection({ path, state, t }: { path: string; state: FormState; t: Translator }) {
  return (
    <section className="stack" aria-labelledby="archive">
      <h2 id="archive">{t('cohorts.form.archive')}</h2>
      <p>{[t('cohorts.form.archiveLead'), t('cohorts.form.archiveUndo', { days: RESTORE_DAYS })].join(' ')}</p>
      <Form
        id="archiving"
        action={`${path}/archive#archiving-problems`}
        fields={[{ kind: 'tick', name: 'sure', label: t('cohorts.form.archiveTick') }]}
        state={state}
        t={t}
        submit={t('cohorts.form.archive')}
        look="danger"
      />
    </section>
  )
}

function RestoreSection({ path, at, locale, t }: Words & { path: string; at: Date }) {
  const date = formatDate(new Date(at.getTime() + RESTORE_DAYS * DAY_MS), locale)
  return (
    <section className="stack" aria-labelledby="archive">
      <h2 id="archive">{t('cohorts.form.restore')}</h2>
      <p>{t('cohorts.form.restoreLead', { date })}</p>
      <form method="post" action={`${path}/archive`}>
        <button type="submit" name="act" value="restore" className="btn">
          {t('cohorts.form.restore')}
        </button>
      </form>
    </section>
  )
}

type NewProps = Shared & {
  institutionId: string
  /** The cohort that is copied; null for an empty form. */
  source: {
    id: string
    name: string
    courses: readonly { courseId: string }[]
    locale: Locale
    seats: number | null
    tutorIds: readonly string[]
  } | null
}

/** The title of the page of a new cohort. */
export function cohortNewTitle(source: NewProps['source'], t: Translator): string {
  return t(source ? 'cohorts.form.copyTitle' : 'cohorts.form.newTitle')
}

/** The form of a new cohort, empty or with what stays the same from one edition to the next. */
export function CohortNewPage({ institutionId, source, choices, state, locale, t }: NewProps) {
  const path = href(locale, `/institutions/${institutionId}/cohorts`)
  const values: CohortFormValues = {
    name: source?.name ?? '',
    locale: source?.locale ?? locale,
    startsOn: '',
    endsOn: '',
    seats: source?.seats ?? null,
    tutorIds: source?.tutorIds ?? [],
    courses: source?.courses.map(({ courseId }) => ({ courseId, examOpensOn: null, deadlines: {} })) ?? [],
    seen: null,
  }
  return (
    <FormFrame back={{ href: path, label: t('cohorts.list.title') }} heading={cohortNewTitle(source, t)}>
      {source && <p>{t('cohorts.form.copyLead')}</p>}
      <CohortForm
        action={`${path}/new${source ? `?copy=${source.id}` : ''}`}
        values={values}
        choices={choices}
        state={state}
        submit={t('cohorts.form.create')}
        asksSeats
        locale={locale}
        t={t}
      />
    </FormFrame>
  )
}
