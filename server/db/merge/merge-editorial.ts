import 'server-only'
import type { Tx } from '../client'
import type { Pair } from './pair'

/** If she read a text to its end in both accounts, the later reading counts. */
export async function uniteReadings(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    delete from "EditorialReading" d using "EditorialReading" s
    where d."accountId" = any(${[kept, other]}::uuid[]) and s."accountId" = any(${[kept, other]}::uuid[])
      and d."accountId" <> s."accountId" and d.kind = s.kind and d."textId" = s."textId" and d.language = s.language
      and (d."reachedEndAt" < s."reachedEndAt"
        or (d."reachedEndAt" = s."reachedEndAt" and d."accountId" = ${other}::uuid))`
}

/** If she opened a bank in both accounts, the earlier opening counts. */
export async function uniteBanks(tx: Tx, { kept, other }: Pair): Promise<void> {
  await tx.$executeRaw`
    update "BankOpening" k set "openedAt" = least(k."openedAt", o."openedAt") from "BankOpening" o
    where k."accountId" = ${kept}::uuid and o."accountId" = ${other}::uuid and o."courseId" = k."courseId"`
  await tx.$executeRaw`
    delete from "BankOpening" o using "BankOpening" k
    where o."accountId" = ${other}::uuid and k."accountId" = ${kept}::uuid and k."courseId" = o."courseId"`
}
