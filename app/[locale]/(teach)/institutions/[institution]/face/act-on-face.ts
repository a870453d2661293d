import type { Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { type Day, nextDay } from '@/domain/time/day'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import {
  addSignatory,
  type OtherSignatory,
  removeSignatory,
  setLastDay,
} from '@/server/institution/face/change-signatories'
import { answerCosignature, type CosignatureAnswer } from '@/server/institution/face/cosign'
import { saveFace } from '@/server/institution/face/save-face'
import type { FaceAct } from './read-face-form'

type May = Permit<'face:change'>
type Words = { locale: Locale; t: Translator }

/** Does what a form of the page asks for, or returns the form with its errors. */
export async function actOnFace(permit: May, wanted: FaceAct, words: Words, now: Date): Promise<true | Refused> {
  const { t } = words
  if (wanted.act === 'save') return save(permit, wanted, t, now)
  if (wanted.act === 'add') return add(permit, wanted, words, now)
  if (wanted.act === 'end') return end(permit, wanted, words, now)
  if (wanted.act !== 'remove') return answer(permit, wanted, t, now)
  await removeSignatory(permit, wanted.signatory, now)
  return true
}

type Wanted<Act extends FaceAct['act']> = Extract<FaceAct, { act: Act }>

async function answer(
  permit: May,
  { act, cosignature, courses }: Wanted<CosignatureAnswer>,
  t: Translator,
  now: Date,
): Promise<true | Refused> {
  const answered = await answerCosignature(permit, cosignature, { answer: act, seen: courses }, now)
  if (answered !== 'courses') return true
  return { refused: { ...refuseForm(t('cosign.otherCourses'), {}), form: cosignature } }
}

async function save(permit: May, { fields, logo, typed }: Wanted<'save'>, t: Translator, now: Date) {
  const wanted = typeof logo === 'string' ? logo : new Uint8Array(await logo.arrayBuffer())
  const saved = await saveFace(permit, fields, wanted, now)
  if (saved.status === 'saved') return true
  const sentence =
    saved.status === 'changed'
      ? t('face.changed')
      : t('face.logoRefused', { problem: t(`face.logoProblems.${saved.problem}`, { what: saved.what ?? '' }) })
  return { refused: { ...refuseForm(sentence, typed), form: 'save' } }
}

async function add(permit: May, { fields, typed }: Wanted<'add'>, words: Words, now: Date) {
  const added = await addSignatory(permit, fields, now)
  if (added === 'added') return true
  if (added === 'full') return { refused: { ...refuseForm(words.t('face.full'), typed), form: 'add' } }
  return { refused: { ...refuseBusy(added.overlap, fields.fromDay, typed, words), form: 'add' } }
}

/** Says who signs already, and until when, and leads to the form that ends it the day before the new one begins. */
function refuseBusy(other: OtherSignatory, fromDay: Day, typed: Readonly<Record<string, string>>, words: Words) {
  const { locale, t } = words
  const last = nextDay(fromDay, -1)
  const sentence = t(other.toDay === null ? 'face.overlapOpen' : 'face.overlap', {
    name: nameIn(other, locale),
    date: other.toDay === null ? '' : formatDate(new Date(other.toDay), locale),
  })
  if (last < other.fromDay) return refuseForm(sentence, typed)
  const wayOut = { href: `#end-${other.id}`, label: t('face.endOther', { date: formatDate(new Date(last), locale) }) }
  return refuseForm(sentence, { ...typed, ends: other.id, lastDay: last }, wayOut)
}

async function end(permit: May, { signatory, toDay }: Wanted<'end'>, words: Words, now: Date) {
  const { t } = words
  const ended = await setLastDay(permit, signatory, toDay, now)
  if (ended === 'ended') return true
  if (ended === 'order')
    return { refused: { ...refuseFields(t, { toDay: 'before-start' }, { toDay }), form: signatory } }
  const { fromDay } = ended.overlap
  const says = { name: nameIn(ended.overlap, words.locale), date: formatDate(new Date(fromDay), words.locale) }
  return { refused: { ...refuseForm(t('face.overlapNext', says), { toDay }), form: signatory } }
}
