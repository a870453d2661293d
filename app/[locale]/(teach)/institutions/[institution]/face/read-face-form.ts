import type { Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import {
  type FaceFields,
  faceSchema,
  readFaceFields,
  readSignatoryFields,
  type SignatoryFields,
  signatorySchema,
} from '@/domain/institution/face'
import { daySchema } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import type { CosignatureAnswer } from '@/server/institution/face/cosign'

/** The act that a form of the page sends, with its values. */
export type FaceAct =
  | { act: 'save'; fields: FaceFields; logo: File | 'none' | 'same'; typed: Record<string, string> }
  | { act: 'add'; fields: SignatoryFields; typed: Record<string, string> }
  | { act: 'end'; signatory: string; toDay: string }
  | { act: 'remove'; signatory: string }
  | { act: CosignatureAnswer; cosignature: string; courses: readonly string[] }

type Texts = { t: Translator }

/** @throws {AppError} invalid-input for a form that the page does not have */
export function readFaceForm(form: FormData, { t }: Texts): FaceAct | Refused {
  const act = textOf(form, 'act')
  if (act === 'save') return readSave(form, t)
  if (act === 'add') return readAdd(form, t)
  if (act === 'end') return readEnd(form, t)
  if (act === 'remove') return { act, signatory: textOf(form, 'signatory') }
  if (act === 'accept' || act === 'decline' || act === 'withdraw')
    return { act, cosignature: textOf(form, 'cosignature'), courses: form.getAll('course').map(String) }
  throw new AppError('invalid-input', 'act on the face of an institution')
}

function readSave(form: FormData, t: Translator): FaceAct | Refused {
  const { version, ...typed } = readFaceFields(form)
  const { data, error } = faceSchema.safeParse({ version, ...typed })
  if (!data) return { refused: { ...refuseFields(t, fieldProblems(error), typed), form: 'save' } }
  const file = form.get('logo')
  const logo = file instanceof File && file.size > 0 ? file : form.get('removeLogo') === 'yes' ? 'none' : 'same'
  return { act: 'save', fields: data, logo, typed }
}

function readAdd(form: FormData, t: Translator): FaceAct | Refused {
  const typed = readSignatoryFields(form)
  const { data, error } = signatorySchema.safeParse(typed)
  if (!data) return { refused: { ...refuseFields(t, fieldProblems(error), typed), form: 'add' } }
  return { act: 'add', fields: data, typed }
}

function readEnd(form: FormData, t: Translator): FaceAct | Refused {
  const [signatory, toDay] = [textOf(form, 'signatory'), textOf(form, 'toDay').trim()]
  if (daySchema.safeParse(toDay).success) return { act: 'end', signatory, toDay }
  return { refused: { ...refuseFields(t, { toDay: 'day' }, { toDay }), form: signatory } }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
