import { randomUUID } from 'node:crypto'
import { type ContactFields, expiryOf, type ShownContact } from '@/domain/contact/contact'
import { nextDay } from '@/domain/time/day'

export const CONTACT: ContactFields = {
  service: 'shelter',
  nameArabic: 'مركز الإيواء',
  nameLatin: 'Centre d’hébergement',
  phone: '0537000000',
  email: null,
  addressArabic: null,
  addressLatin: null,
  hoursArabic: null,
  hoursLatin: null,
  source: 'Page du centre',
  sourceUrl: 'https://centre.example.org/contact',
  sourceDay: '2026-10-01',
}

const NOW = new Date('2026-11-28T10:00:00Z')

/** A contact as everybody may see it. */
export function contactWith(changed: Partial<ShownContact> = {}): ShownContact {
  const { service = CONTACT.service } = changed
  return {
    ...CONTACT,
    id: randomUUID(),
    region: '09',
    roles: [service],
    institutionArabic: 'محكمة',
    institutionLatin: 'Tribunal',
    decidedAt: NOW,
    confirmedAt: NOW,
    expiresAt: expiryOf(NOW),
    ...changed,
  }
}

/** What the form of a proposal sends. */
export function contactForm(today: string, changed: Record<string, string> = {}): Record<string, string> {
  const fields = Object.fromEntries(Object.entries(CONTACT).map(([name, value]) => [name, value ?? '']))
  return { ...fields, draft: randomUUID(), replaces: '', sourceDay: nextDay(today, -3), ...changed }
}
