import 'server-only'
import qrcode from 'qrcode'
import { totpAddress } from '../../auth/totp'
import { findAccount } from '../../db/account/accounts'
import { db } from '../../db/client'

/** What an authenticator app needs: an address that it opens, also as the modules of a QR code. */
export type Authenticator = { secret: string; address: string; qr: { size: number; dark: Uint8Array } }

export async function authenticatorFor(accountId: string, secret: string, issuer: string): Promise<Authenticator> {
  const label = (await findAccount(db(), accountId))?.email ?? ''
  const address = totpAddress(secret, { issuer, label })
  const { size, data } = qrcode.create(address, { errorCorrectionLevel: 'M' }).modules
  return { secret, address, qr: { size, dark: data } }
}
