import 'server-only'
import type { PrismaClient } from '@/generated/prisma/client'

export const DEMO_DOMAIN = '@demo.example'

export type DemoRow = {
  email: string
  passwordHash: string
  nameArabic: string
  nameLatin: string
  function: string
  institution: string
  locale: string
}

/** Inserts these accounts if there is no account at all. @returns whether it did. */
export function insertDemoAccounts(db: PrismaClient, rows: readonly DemoRow[], now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Two starts at once see the same empty table; the second waits here and then finds it filled.
    await tx.$executeRaw`LOCK TABLE "Account" IN SHARE ROW EXCLUSIVE MODE`
    if ((await tx.account.count()) > 0) return false
    await tx.account.createMany({ data: rows.map((row) => ({ ...row, emailConfirmedAt: now })) })
    return true
  })
}

export async function hasAccounts(db: PrismaClient): Promise<boolean> {
  return (await db.account.findFirst({ select: { id: true } })) !== null
}

export async function hasDemoAccounts(db: PrismaClient): Promise<boolean> {
  const where = { email: { endsWith: DEMO_DOMAIN } }
  return (await db.account.findFirst({ where, select: { id: true } })) !== null
}
