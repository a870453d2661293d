/** What stands for a reviewer in the files: no name of hers. */
export type Signer = { function: string; body: string; signer: string }

/** `Conseillère, Cour d’appel de Rabat (R-7K3F)`: what a ledger and a commit say of who signed or proposed. */
export function signedBy({ function: office, body, signer }: Signer): string {
  return `${office}, ${body} (${signer})`
}
