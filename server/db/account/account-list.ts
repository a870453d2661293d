import 'server-only'
import type { AccountState } from '@/domain/account/account-query'
import { Prisma } from '@/generated/prisma/client'
import type { Sql } from '../sql'

/** The data of an account for those who help people to sign in. It contains nothing about the owner's learning. */
export type ListedAccount = {
  id: string
  email: string
  nameArabic: string
  nameLatin: string
  createdAt: Date
  confirmedAt: Date | null
  disabledAt: Date | null
  /** When the account got its first second factor: an authenticator app or a passkey, whichever came first. */
  guardedAt: Date | null
}
export type WaitingSignUp = Pick<ListedAccount, 'email' | 'createdAt'>

const COLUMNS = Prisma.sql`a.id, a.email, a."nameArabic", a."nameLatin", a."createdAt",
  a."emailConfirmedAt" as "confirmedAt", a."disabledAt",
  least(f."confirmedAt", (select min(p."createdAt") from "Passkey" p where p."accountId" = a.id)) as "guardedAt"`
const WITH_FACTOR = Prisma.sql`"Account" a
  left join "SecondFactor" f on f."accountId" = a.id and f."confirmedAt" is not null`

const STATES: Record<AccountState, Prisma.Sql> = {
  unconfirmed: Prisma.sql`a."emailConfirmedAt" is null`,
  disabled: Prisma.sql`a."disabledAt" is not null`,
  guarded: Prisma.sql`(f."accountId" is not null
    or exists (select 1 from "Passkey" p where p."accountId" = a.id))`,
}

/** @param words as `foldName` writes them: each must be in the names or the address. */
function contains(words: readonly string[]): Prisma.Sql {
  const each = words.map((word) => Prisma.sql`"account_letters"("nameArabic", "nameLatin", email) like ${`%${word}%`}`)
  return Prisma.join([Prisma.sql`true`, ...each], ' and ')
}

type Asked = { words: readonly string[]; state: AccountState | null }

/** Some of the accounts, the newest first: one query, by an index. */
export async function findAccounts(
  sql: Sql,
  asked: Asked,
  window: { from: number; limit: number },
): Promise<ListedAccount[]> {
  return sql.$queryRaw<ListedAccount[]>(accountsQuery(asked, window))
}

/** Only the query, so that its plan can be examined. */
export function accountsQuery({ words, state }: Asked, { from, limit }: { from: number; limit: number }) {
  return Prisma.sql`
    select ${COLUMNS} from ${WITH_FACTOR}
    where ${contains(words)} and ${state ? STATES[state] : Prisma.sql`true`}
    order by a."createdAt" desc, a.id limit ${limit} offset ${from}`
}

export async function findListedAccount(sql: Sql, id: string): Promise<ListedAccount | null> {
  const rows = await sql.$queryRaw<ListedAccount[]>`select ${COLUMNS} from ${WITH_FACTOR} where a.id = ${id}::uuid`
  return rows[0] ?? null
}

/** The last sign-up of each address that waits for its confirmation and has no account yet, the newest first. */
export async function findWaitingSignUps(
  sql: Sql,
  words: readonly string[],
  limit: number,
  now: Date,
): Promise<WaitingSignUp[]> {
  return sql.$queryRaw<WaitingSignUp[]>`
    select * from (
      select distinct on (email) email, "createdAt" from "SignUp" s
      where "usedAt" is null and "expiresAt" > ${now} and ${contains(words)}
        and not exists (select 1 from "Account" a where a.email = s.email)
      order by email, "createdAt" desc) w
    order by w."createdAt" desc, w.email limit ${limit}`
}
