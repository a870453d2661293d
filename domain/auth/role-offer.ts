/** How long an offered role can be accepted. */
export const OFFER_DAYS = 30
/** How long the link in the letter opens an account, if the address has none. */
export const OFFER_LINK_DAYS = 14
/** Pressed again within this time, the button that sends an offer again does nothing. */
export const RESEND_AFTER_MS = 60_000
/** How long an offer is stored, and shown to its author, after it has ended. */
export const ENDED_OFFER_DAYS = 90
const DAY_MS = 86_400_000

/** How an offer ended. */
export const OFFER_OUTCOMES = ['accepted', 'declined', 'taken-back'] as const
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number]
/** Each has its label in i18n/messages/*.json under `people.offers.states`. */
export type OfferState = OfferOutcome | 'waiting' | 'expired'
type Offer = { outcome: OfferOutcome | null; expiresAt: Date }

export function offerState({ outcome, expiresAt }: Offer, now: Date): OfferState {
  return outcome ?? (expiresAt > now ? 'waiting' : 'expired')
}

export function offerExpiry(now: Date): Date {
  return new Date(now.getTime() + OFFER_DAYS * DAY_MS)
}

export function offerLinkExpiry(now: Date): Date {
  return new Date(now.getTime() + OFFER_LINK_DAYS * DAY_MS)
}

/** Offers that ended before this moment are deleted. */
export function keptOffersSince(now: Date): Date {
  return new Date(now.getTime() - ENDED_OFFER_DAYS * DAY_MS)
}
