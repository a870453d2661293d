import 'server-only'
import { db } from '../../db/client'

/** The name under which this browser's account checks in, shown so that nobody checks in for another by mistake. */
export async function checkInName(accountId: string) {
  const select = { nameArabic: true, nameLatin: true, institution: true } as const
  return db().account.findUnique({ where: { id: accountId }, select })
}
