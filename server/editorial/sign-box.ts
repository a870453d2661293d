import 'server-only'
import { missingIn } from '@/domain/editorial/text-block'
import { AREAS, maySignText } from '@/domain/signoff/scope'
import type { OpenedText } from './open-text'
import type { TextState } from './state'

/** The sign box below a text: the areas for which she may sign, whether she has read it, and what prevents her. */
export function signBoxOf({ permit, text, language }: OpenedText, { signatures, proposals, readHash }: TextState) {
  const { accountId, roles } = permit.actor
  const scope = roles?.reviewer?.scope
  const hash = text.hashes[language]
  const hers = signatures.filter((one) => one.accountId === accountId && one.withdrawnAt === null)
  // Nobody signs the same text for two areas: after her first signature only its area is left.
  const held = hers[0]?.area ?? null
  const areas = scope
    ? AREAS.filter((area) => maySignText(scope, text.key, language, area) && (held ?? area) === area)
    : []
  const stands = proposals.some(
    (one) =>
      one.proposedById === accountId &&
      (one.language === null || one.language === language) &&
      ['accepted', 'exported', 'conflict'].includes(one.state),
  )
  return {
    hash,
    read: readHash === hash,
    areas: areas.map((area) => ({
      area,
      signed: hers.some((one) => one.area === area && one.language === language && one.hash === hash),
    })),
    hindered:
      missingIn(text.blocks, language).length > 0 ? ('incomplete' as const) : stands ? ('proposed' as const) : null,
  }
}
