/** How the files refer to a reviewer: without her name. */
export type Signer = { function: string; body: string; signer: string }

/** `Conseillère, Cour d’appel de Rabat (R-7K3F)`: how a ledger and a commit name the person who signed or proposed. */
export function signedBy({ function: office, body, signer }: Signer): string {
  return `${office}, ${body} (${signer})`
}
