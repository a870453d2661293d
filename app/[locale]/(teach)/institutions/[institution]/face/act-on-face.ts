import type { Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import { addSignatory, removeSignatory, setLastDay } from '@/server/institution/face/change-signatories'
import { answerCosignature, type CosignatureAnswer } from '@/server/institution/face/cosign'
import { saveFace } from '@/server/institution/face/save-face'
import type { FaceAct } from './read-face-form'

type May = Permit<'face:change'>

/** Does what a form of the page asks for, or returns the form with its errors. */
export async function actOnFace(permit: May, wanted: FaceAct, t: Translator, now: Date): Promise<true | Refused> {
  if (wanted.act === 'save') return save(permit, wanted, t, now)
  if (wanted.act === 'add') return add(permit, wanted, t, now)
  if (wanted.act === 'end') return end(permit, wanted, t, now)
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

async function add(permit: May, { fields, typed }: Wanted<'add'>, t: Translator, now: Date) {
  const added = await addSignatory(permit, fields, now)
  return added === 'added' ? true : { refused: { ...refuseForm(t(`face.${added}`), typed), form: 'add' } }
}

async function end(permit: May, { signatory, toDay }: Wanted<'end'>, t: Translator, now: Date) {
  const ended = await setLastDay(permit, signatory, toDay, now)
  if (ended === 'ended') return true
  if (ended === 'order')
    return { refused: { ...refuseFields(t, { toDay: 'before-start' }, { toDay }), form: signatory } }
  return { refused: { ...refuseForm(t('face.overlap'), { toDay }), form: signatory } }
}
