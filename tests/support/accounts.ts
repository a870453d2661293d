import { db } from '@/server/db/client'

/** Many accounts at once, which nobody can sign in to; those that are there already stay. */
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
