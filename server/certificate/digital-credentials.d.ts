// The packages of @digitalcredentials have no types. These cover the parts that are used.
type JsonObject = Record<string, unknown>

declare module '@digitalcredentials/vc' {
  export function issue(options: {
    credential: JsonObject
    suite: object
    documentLoader: unknown
  }): Promise<JsonObject>
}

declare module '@digitalcredentials/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer: object; cryptosuite: object; date: Date })
  }
}

declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalcredentials/ed25519-multikey' {
  export type Multikey = { id: string; controller: string; publicKeyMultibase: string; signer(): object }
  export function generate(options: { seed: Uint8Array; id?: string; controller?: string }): Promise<Multikey>
}

declare module '@digitalcredentials/vc-bitstring-status-list' {
  export type BitstringStatusList = { setStatus(index: number, status: boolean): void }
  export function createList(options: { length: number }): Promise<BitstringStatusList>
  export function createCredential(options: {
    id: string
    list: BitstringStatusList
    statusPurpose: string
  }): Promise<JsonObject>
}
