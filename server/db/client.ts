import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import { databaseUrl } from '../env'

/** A client or a transaction: what a function that fetches or stores is given. */
export type Db = PrismaClient | Prisma.TransactionClient

declare global {
  var prismaClient: PrismaClient | undefined
}

/** The one client of this process. On `globalThis`, since Next gives each of its bundles modules of its own. */
export function db(): PrismaClient {
  globalThis.prismaClient ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl(), max: 10 }) })
  return globalThis.prismaClient
}
