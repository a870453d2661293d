import 'server-only'
import type { Db } from './client'

/** Stores `value` under `name` unless something stands there. @returns what stands there, the same to all who ask at once. */
export async function keepSetting(db: Db, name: string, value: string): Promise<string> {
  await db.setting.createMany({ data: [{ name, value }], skipDuplicates: true })
  const setting = await db.setting.findUniqueOrThrow({ where: { name } })
  return setting.value
}

export async function findSetting(db: Db, name: string): Promise<string | null> {
  return (await db.setting.findUnique({ where: { name } }))?.value ?? null
}

/** Stores `value` under `name`, whatever was there. */
export async function putSetting(db: Db, name: string, value: string): Promise<void> {
  await db.setting.upsert({ where: { name }, create: { name, value }, update: { value } })
}
