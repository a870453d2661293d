import type { Party } from '@/domain/certificate/paper'

/** The logo of an institution, at the size of a line or two. Its name stands beside it. */
export function PartyLogo({ logo }: Pick<Party, 'logo'>) {
  if (!logo) return null
  // biome-ignore lint/performance/noImgElement: documents are plain HTML, without the scripts of the framework
  return <img className="party-logo" src={`/api/logos/${logo.hash}`} alt="" width={64} height={32} />
}
