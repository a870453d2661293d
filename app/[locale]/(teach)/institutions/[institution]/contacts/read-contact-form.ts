import type { Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { contactSchema, readContact } from '@/domain/contact/contact'
import { AppError } from '@/domain/errors'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { readId } from '@/domain/institution/grant'
import { dayOf } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import { type Permit, permitFor } from '@/server/auth/permit'
import { confirmContact, type Proposal, proposeContact, withdrawContact } from '@/server/contact/contacts'

type Typed = Readonly<Record<string, string>>
export type ContactAct =
  | { act: 'remove'; id: string }
  | { act: 'confirm'; id: string }
  | { act: 'propose'; proposal: Proposal; typed: Typed }

/** The page has three forms, told apart by their fields. @throws {AppError} invalid-input if it made none of them. */
export function readContactForm(form: FormData, t: Translator): ContactAct | Refused {
  const { remove, confirm, checked, draft, replaces } = textFields(form, [
    'remove',
    'confirm',
    'checked',
    'draft',
    'replaces',
  ])
  if (remove) return { act: 'remove', id: remove }
  if (confirm)
    return checked === 'yes'
      ? { act: 'confirm', id: confirm }
      : { refused: { ...refuseForm(t('contacts.confirmUnticked'), {}), form: 'confirm' } }
  const typed = { ...readContact(form), draft, replaces }
  const { data, error } = contactSchema(dayOf(new Date())).safeParse(typed)
  if (error) {
    const limits = { ...FIELD_LIMITS, nameArabic: FIELD_LIMITS.institution, nameLatin: FIELD_LIMITS.institution }
    return { refused: refuseFields(t, fieldProblems(error), typed, limits) }
  }
  const id = readId(draft)
  if (!id) throw new AppError('invalid-input', 'draft of a contact')
  return { act: 'propose', proposal: { id, replacesId: replaces || null, fields: data }, typed }
}

/** Each act has its own permission: the platform may remove a contact, but not propose or confirm one. */
export async function act(
  permit: Permit<'contact:manage'>,
  wanted: ContactAct,
  t: Translator,
): Promise<'proposed' | 'withdrawn' | 'confirmed' | Refused> {
  const now = new Date()
  if (wanted.act === 'remove') {
    await withdrawContact(permit, wanted.id, now)
    return 'withdrawn'
  }
  const speaks = permitFor(permit.actor, 'contact:propose', permit.target)
  if (wanted.act === 'confirm') {
    await confirmContact(speaks, wanted.id, now)
    return 'confirmed'
  }
  const outcome = await proposeContact(speaks, wanted.proposal, now)
  return outcome === 'proposed' ? outcome : { refused: refuseForm(t(`contacts.problems.${outcome}`), wanted.typed) }
}
