import type { IconNode } from 'lucide'
import { Archive, ArchiveRestore, ChevronRight, Clock, Copy, Pencil, Users } from 'lucide'
import { RESTORE_DAYS } from '@/domain/cohort/phase'
import type { Locale } from '@/domain/locale'
import { type Day, dayOf } from '@/domain/time/day'
import { formatLooseDate, formatNumber, type Translator } from '@/i18n/translator'
import { Icon } from '../../ui/icon'
import type { MayWithCohort } from './cohort-actions'

export type Managed = {
  /** Null: no limit. */
  seats: number | null
  taken: number
  /** Of all its courses, in no order. */
  deadlines: readonly Day[]
}
type Texts = { now: Date; locale: Locale; t: Translator }
type Props = Texts & {
  managed: Managed
  may: MayWithCohort
  /** Address of the cohort's page. */
  path: string
  /** Address of the form that copies the cohort. */
  copy: string
}
type Act = { href: string; icon: IconNode; name: string; note: string }

/** The acts that change a cohort, each with a note on its effect. */
export function ManageCohort(props: Props) {
  const acts = actsOf(props)
  if (acts.length === 0) return null
  return (
    <section className="card stack-s" aria-labelledby="manage">
      <h2 id="manage">{props.t('cohorts.form.actions')}</h2>
      <ul className="plain manage">
        {acts.map(({ href, icon, name, note }) => (
          <li key={name}>
            <a href={href}>
              <Icon node={icon} />
              <span>
                <strong>{name}</strong>
                <span className="xs muted">{note}</span>
              </span>
              <Icon node={ChevronRight} mirrored />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function actsOf({ managed, may, path, copy, ...texts }: Props): Act[] {
  const { t } = texts
  const settings = `${path}/settings`
  const text = (act: 'edit' | 'copy' | 'archive') => ({
    name: t(`cohorts.manage.${act}`),
    note: t(`cohorts.manage.${act}Note`),
  })
  const deadlines = { name: t('cohorts.form.deadlines'), note: deadlinesNote(managed, texts) }
  const seats = { name: t('cohorts.form.seatsTitle'), note: seatsNote(managed, texts) }
  const restored = { name: t('cohorts.form.restore'), note: t('cohorts.form.archiveUndo', { days: RESTORE_DAYS }) }
  return [
    ...(may.change
      ? [
          { href: `${settings}#details`, icon: Pencil, ...text('edit') },
          { href: `${settings}#deadlines`, icon: Clock, ...deadlines },
          { href: `${settings}#seats`, icon: Users, ...seats },
        ]
      : []),
    ...(may.copy ? [{ href: copy, icon: Copy, ...text('copy') }] : []),
    ...(may.change ? [{ href: `${settings}#archive`, icon: Archive, ...text('archive') }] : []),
    ...(may.restore ? [{ href: `${settings}#archive`, icon: ArchiveRestore, ...restored }] : []),
  ]
}

function deadlinesNote({ deadlines }: Managed, { now, locale, t }: Texts): string {
  const count = deadlines.length
  if (count === 0) return t('cohorts.manage.deadlinesNone')
  const today = dayOf(now)
  const [next] = deadlines.filter((day) => day >= today).toSorted()
  if (!next) return t('cohorts.manage.deadlinesOver', { count })
  return t('cohorts.manage.deadlinesNext', { count, date: formatLooseDate(next, locale) })
}

function seatsNote({ seats, taken }: Managed, { locale, t }: Texts): string {
  const number = (count: number) => formatNumber(count, locale)
  return seats === null
    ? t('cohorts.form.seatsFree', { taken: number(taken) })
    : t('cohorts.form.seatsTaken', { taken: number(taken), seats: number(seats) })
}
