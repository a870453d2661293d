import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { thisVisit } from '@/app/http/request-info'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import type { Locale } from '@/domain/locale'
import { guestSchema, readGuestForm } from '@/domain/seminar/guest-form'
import { type Need, readNeeds } from '@/domain/seminar/needs'
import { SPOKEN } from '@/domain/seminar/seminar'
import { spendLimit } from '@/server/auth/limits'
import { requirePermission } from '@/server/auth/permit'
import { askAsGuest } from '@/server/seminar/ask-as-guest'
import { claimMyPlaces, type Registration } from '@/server/seminar/registration'
import { answerOffer, changeNeeds, type Outcome, register, type Taker, withdraw } from '@/server/seminar/take-place'

type At = Context<'seminar'>
const PAGE_ACTS = ['register', 'accept', 'decline', 'withdraw', 'needs', 'claim', 'ask'] as const
type Act = (typeof PAGE_ACTS)[number]
export type Sent = {
  act: Act
  sequence: number
  code: string
  language: string | null
  needs: readonly Need[]
  guest: ReturnType<typeof readGuestForm>
}
/** What was done. After `sent` the page says that a letter was sent. */
export type Done = 'done' | 'sent'

/** Reads the form of any act on the page. */
export function readSent(form: FormData, { t }: At): Sent | Refused {
  const { act: named, sequence, joinCode, language } = textFields(form, ['act', 'sequence', 'joinCode', 'language'])
  const act = PAGE_ACTS.find((one) => one === named)
  if (!act) throw new AppError('invalid-input', 'act')
  const read = readNeeds(form)
  const typed = { joinCode, language }
  if ('refused' in read)
    return { refused: { ...refuseForm(t('registration.needs.consentMissing'), typed), form: act }, status: 400 }
  const spoken = SPOKEN.find((one) => one === language) ?? null
  const guest = readGuestForm(form)
  return { act, sequence: Number(sequence), code: joinCode, language: spoken, needs: read.needs, guest }
}

/**
 * Does what the form asks. The sender may be signed in, or hold the link of a guest. @throws {AppError}
 * sign-in-required, unconfirmed, too-many-requests
 */
export async function actOn(view: Registration, sent: Sent, context: At): Promise<Done | Refused> {
  if (sent.act === 'ask') return ask(view, sent, context)
  if (sent.act === 'claim') {
    await claimMyPlaces(await requirePermission(context.caller, 'seminar:register', {}))
    return 'done'
  }
  const outcome = await change(await takerOf(view, context), view, sent)
  if ('status' in outcome || (outcome.refused !== 'moved' && outcome.refused !== 'code')) return 'done'
  const problem = context.t(`registration.refused.${outcome.refused}`)
  const typed = { joinCode: sent.code, language: sent.language ?? '' }
  return { refused: { ...refuseForm(problem, typed), form: sent.act }, status: outcome.refused === 'moved' ? 409 : 400 }
}

/** The person who takes the place. A guest needs no permission besides the secret of her link. */
async function takerOf({ visitor }: Registration, { caller }: At): Promise<Taker> {
  if (visitor.kind === 'guest') return visitor.taker
  await requirePermission(caller, 'seminar:register', {})
  if (visitor.kind !== 'account') throw new AppError('sign-in-required', 'a place')
  return visitor.taker
}

async function change(taker: Taker, { seminar: { id, admission } }: Registration, sent: Sent): Promise<Outcome> {
  const { now, address } = await thisVisit()
  if (sent.act === 'withdraw') return withdraw(taker, id, now)
  if (sent.act === 'needs') return changeNeeds(taker, id, sent.needs, now)
  if (sent.act === 'register') {
    if (admission === 'code') {
      await spendLimit('join', taker.accountId ?? taker.email, now)
      await spendLimit('join-address', address, now)
    }
    return register(taker, id, sent, now)
  }
  return answerOffer(taker, id, { accepts: sent.act === 'accept', language: sent.language, needs: sent.needs }, now)
}

async function ask({ seminar, outlook }: Registration, { guest: typed }: Sent, context: At): Promise<Done | Refused> {
  const { t, locale } = context
  const { data, error } = guestSchema.safeParse(typed)
  if (!data) return { refused: { ...refuseFields(t, fieldProblems(error), typed), form: 'guest' } }
  // While registration is closed, no letter is sent about a place.
  if (outlook.way === 'closed') return 'done'
  const { now, address } = await thisVisit()
  await askAsGuest(seminar, data, { locale: locale satisfies Locale, address, now })
  return 'sent'
}
