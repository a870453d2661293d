import { db } from '@/server/db/client'

/** Inserts many accounts at once, without a password. Existing accounts are left as they are. */
export async function insertAccounts(ids: readonly string[], locale = 'fr'): Promise<void> {
  await db().account.createMany({
    data: ids.map((id) => ({
      id,
      email: `${id}@example.ma`,
      passwordHash: '-',
      nameArabic: 'فاطمة العلوي',
      nameLatin: 'Fatima Alaoui',
      function: 'judge',
      institution: 'Fès',
      locale,
    })),
    skipDuplicates: true,
  })
}
