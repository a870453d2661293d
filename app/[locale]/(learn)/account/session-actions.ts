'use server'

import { redirect } from 'next/navigation'
import { requestLanguage } from '@/app/request-language'
import { href } from '@/components/shell/paths'
import { signOutEverywhere } from '@/server/account/sign-out-everywhere'
import { orRefused } from '@/server/action'
import { closeSession } from '@/server/auth/session'
import { permitToChange } from './permit'

export async function signOutAction(): Promise<void> {
  await closeSession()
  await leave()
}

export async function signOutEverywhereAction(): Promise<void> {
  // Who is signed out already has what she asked for, as far as this browser goes.
  await orRefused(async () => signOutEverywhere(await permitToChange()))
  await closeSession()
  await leave()
}

async function leave(): Promise<never> {
  const { locale } = await requestLanguage()
  redirect(`${href(locale, '/sign-in')}?notice=signed-out`)
}
