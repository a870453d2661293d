import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import type { ColumnsProblem } from '@/domain/cohort/import/columns-form'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import { westernDigits } from '@/domain/form/typed-code'
import { unpackList } from '@/domain/seminar/carried-list'
import { type Delegation, delegationSchema } from '@/domain/seminar/delegation'
import type { NamedRow } from '@/domain/seminar/naming'
import { listOf } from '@/domain/seminar/pasted-list'
import type { Translator } from '@/i18n/translator'
import { renewJoinCode } from '@/server/seminar/join-code'
import { type MayName, namePeople, previewNamed, setQuota } from '@/server/seminar/name-people'
import type { MayPlaces } from '@/server/seminar/places'
import { type AskedAboutList, askAbout, readAgain, readPeople } from '@/server/seminar/read-people'

type At = Context<'seminar'>
/** A list that was read: the outcome of each row, and the list itself for the form that names the people. */
export type Preview = {
  from: string
  rows: readonly NamedRow[]
  list: string
  delegation: Delegation | null
  /** The decisions that the form offers about the list; `problem` says why one could not be applied. */
  asked: AskedAboutList | null
  problem: string | null
}
/** The redirect target, or what the page shows in addition. */
export type Done = { to: string } | { code: string } | { preview: Preview }

const ACTS = ['quota', 'code', 'preview', 'send'] as const
export type Sent = {
  act: (typeof ACTS)[number]
  /** Who names the people: the id of an institution, or `list` or `delegation` for the organiser. */
  from: string
  people: string
  file: File | null
  /** The whole form. After a preview it holds the list and the decisions about it. */
  form: FormData
  institution: string
  places: string
  country: string
  function: string
  language: string
}

const NAMES = ['act', 'from', 'people', 'institution', 'places', 'country', 'function', 'language'] as const

export function readPlacesForm(form: FormData): Sent {
  const fields = textFields(form, NAMES)
  const act = ACTS.find((one) => one === fields.act)
  if (!act) throw new AppError('invalid-input', 'act')
  const file = form.get('file')
  return { ...fields, act, form, file: file instanceof File && file.size > 0 ? file : null }
}

/** Does what one of the page's forms asks. @throws {AppError} forbidden without the permit for it */
export async function actOnPlaces(may: MayPlaces, sent: Sent, context: At): Promise<Done | Refused> {
  if (sent.act === 'quota') return quota(may, sent, context)
  if (sent.act === 'code') return { code: await renewJoinCode(mayChange(may), new Date()) }
  return name(may, sent, context)
}

function mayChange({ change }: MayPlaces) {
  if (!change) throw new AppError('forbidden', 'not the organiser')
  return change
}

const MOST_PLACES = 100_000

async function quota(may: MayPlaces, sent: Sent, { t, locale, params }: At): Promise<Done | Refused> {
  const permit = mayChange(may)
  const typed = { institution: sent.institution, places: sent.places }
  const places = /^\d{1,6}$/.test(westernDigits(sent.places.trim())) ? Number(westernDigits(sent.places.trim())) : -1
  if (places < 0 || places > MOST_PLACES || sent.institution === '')
    return { refused: { ...refuseForm(t('seminarPlaces.problems.quota'), typed), form: 'quota' } }
  const saved = await setQuota(permit, { institutionId: sent.institution, places }, new Date())
  if (saved !== 'saved')
    return { refused: { ...refuseForm(t(`seminarPlaces.problems.${saved}`), typed), form: 'quota' } }
  return { to: `${href(locale, `/seminars/${params.seminar}/places`)}?done=quota` }
}

function namingPermit(may: MayPlaces, from: string): MayName {
  if (from === 'list' || from === 'delegation') return mayChange(may)
  const own = may.quotas.find(({ institutionId }) => institutionId === from)
  if (!own) throw new AppError('forbidden', 'no quota of this institution')
  return own.permit
}

/** Names people in two steps: a preview shows the outcome of each row; then the form sends the same list again. */
async function name(may: MayPlaces, sent: Sent, { t, locale, params }: At): Promise<Done | Refused> {
  const permit = namingPermit(may, sent.from)
  const { people, country, language } = sent
  const typed = { people, country, language, function: sent.function }
  const refused = (problem: string): Refused => ({
    refused: { ...refuseForm(problem, typed), form: `name-${sent.from}` },
  })
  const delegation = sent.from === 'delegation' ? delegationSchema.safeParse(sent).data : null
  if (delegation === undefined) return refused(t('seminarPlaces.problems.delegation'))
  const carried = sent.act === 'preview' ? unpackList(sent.form) : null
  if (!carried && !sent.file && sent.people.trim() === '') return refused(t('seminarPlaces.problems.nobody'))
  const now = new Date()
  const read = carried
    ? await readAgain(permit, sent.form, carried, now)
    : await readPeople(
        sent.file ? new Uint8Array(await sent.file.arrayBuffer()) : sent.people,
        permit.target.institutionId,
      )
  if (read.status === 'refused') return refused(t(`cohorts.import.files.${read.problem}`))
  const list = read.status === 'undecided' ? read.list : read
  if (sent.act === 'preview') {
    const { rows } = await previewNamed(permit, params.seminar, list.lines, now)
    const some = rows.flatMap(({ person, as }) => (person && (as === 'named' || as === 'waits') ? [person] : []))
    const problem = read.status === 'undecided' ? columnsProblem(read.problem, t) : null
    return { preview: { from: sent.from, rows, list: listOf(some), delegation, asked: askAbout(list, rows), problem } }
  }
  const named = await namePeople(permit, params.seminar, { lines: list.lines, delegation, locale }, now)
  if ('refused' in named) return refused(t(`seminarPlaces.problems.${named.refused}`))
  const counts = new URLSearchParams({ done: 'named', named: String(named.named), waits: String(named.waits) })
  if (named.left > 0) counts.set('left', String(named.left))
  return { to: `${href(locale, `/seminars/${params.seminar}/places`)}?${counts}` }
}

function columnsProblem(found: ColumnsProblem, t: Translator): string {
  if (found.problem === 'no-email') return t('cohorts.import.files.no-email')
  return t('cohorts.import.files.twice', { column: t(`cohorts.import.columns.${found.column}`) })
}
