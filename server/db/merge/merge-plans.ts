import 'server-only'
import type { Tx } from '../client'
import type { Pair } from './pair'

/** Of two plans for one profile, the one that was changed last stays. */
export async function unitePlans(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    delete from "ReferralPlan" where ("accountId", "profileId") in (
      select "accountId", "profileId" from (
        select "accountId", "profileId",
          row_number() over (partition by "profileId" order by "changedAt" desc, "accountId" = ${kept}::uuid desc) as place
        from "ReferralPlan" where "accountId" in (${kept}::uuid, ${other}::uuid)) p
      where p.place > 1)`
}
