import 'server-only'
import { type ContactState, expiryOf } from '@/domain/contact/contact'
import type { ReferralRole } from '@/domain/library/referral'
import { dayOf, nextDay } from '@/domain/time/day'
import { addAct } from './act'
import { daysAfter, type TableBatch } from './table-batch'

type ContactPlan = {
  service: ReferralRole
  names: { ar: string; fr: string }
  state: Extract<ContactState, 'proposed' | 'accepted' | 'refused'>
  /** In days from today, as is `decided`. */
  proposed: number
  decided?: number
  refusal?: string
}

/** Nobody can dial it, in any country. */
const NO_NUMBER = '05XX XX XX XX'
/** The name of a site, which reads the same in every language; no such site can exist. */
const SOURCE = { source: 'service.example', sourceUrl: 'https://service.example/demonstration' }
const PLANS: readonly ContactPlan[] = [
  {
    service: 'shelter',
    names: { ar: 'مركز إيواء متخيل (تجريبي)', fr: 'Centre d’hébergement inventé (démonstration)' },
    state: 'accepted',
    proposed: -40,
    decided: -38,
  },
  {
    service: 'health',
    names: { ar: 'وحدة استشفائية متخيلة (تجريبي)', fr: 'Unité hospitalière inventée (démonstration)' },
    // It expires in two weeks, and its institution may confirm it.
    state: 'accepted',
    proposed: -352,
    decided: -350,
  },
  {
    service: 'social',
    names: { ar: 'مصلحة اجتماعية متخيلة (تجريبي)', fr: 'Service social inventé (démonstration)' },
    state: 'proposed',
    proposed: -2,
  },
  {
    service: 'legal-aid',
    names: { ar: 'مكتب متخيل للمساعدة القضائية (تجريبي)', fr: 'Bureau d’aide juridique inventé (démonstration)' },
    state: 'refused',
    proposed: -12,
    decided: -9,
    refusal: 'La page indiquée ne donne pas ce numéro (démonstration).',
  },
]

type Proposer = { id: string; region: string; administratorId: string }

/**
 * The contacts that an institution has proposed for its region: one shown, one about to expire, one awaiting a
 * decision, and one refused.
 */
export function addContacts(
  batch: TableBatch,
  { id: institutionId, region, administratorId }: Proposer,
  platformId: string,
) {
  const { tables, rng, now } = batch
  for (const { service, names, state, proposed, decided, refusal } of PLANS) {
    const proposedAt = daysAfter(now, proposed)
    const decidedAt = decided === undefined ? null : daysAfter(now, decided)
    const shown = state === 'accepted' ? decidedAt : null
    const id = rng.uuid(proposedAt)
    tables.RegionalContact.push({
      ...{ id, institutionId, region, service, nameArabic: names.ar, nameLatin: names.fr, phone: NO_NUMBER },
      ...{ hoursArabic: 'من الاثنين إلى الجمعة (تجريبي)', hoursLatin: 'Du lundi au vendredi (démonstration)' },
      ...SOURCE,
      ...{ sourceDay: nextDay(dayOf(now), proposed - 5), proposedById: administratorId, proposedAt, state },
      ...{
        decidedById: decidedAt && platformId,
        decidedAt,
        sourceSeen: shown !== null,
        refusalReason: refusal ?? null,
      },
      ...{ confirmedAt: shown, expiresAt: shown && expiryOf(shown) },
    })
    const facts = { institutionId, details: { contact: id } }
    addAct(batch, { act: 'contact-proposed', at: proposedAt, actorId: administratorId, ...facts })
    if (!decidedAt) continue
    const by = { at: decidedAt, actorId: platformId, ...facts, ...(refusal && { reason: refusal }) }
    addAct(batch, { act: state === 'accepted' ? 'contact-accepted' : 'contact-refused', ...by })
  }
}
