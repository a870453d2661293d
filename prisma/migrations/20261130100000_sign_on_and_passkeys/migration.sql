-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "challenge" TEXT,
ADD COLUMN     "challengedAt" TIMESTAMPTZ(3),
ADD COLUMN     "idToken" TEXT,
ADD COLUMN     "identityId" UUID;

-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOnProvider" (
    "institutionId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "savedById" UUID,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignOnProvider_pkey" PRIMARY KEY ("institutionId")
);

-- CreateTable
CREATE TABLE "SignOnDomain" (
    "domain" TEXT NOT NULL,
    "institutionId" UUID NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignOnDomain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "LinkedIdentity" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "domain" TEXT,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LinkedIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOnVisit" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "institutionId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "verifier" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "next" TEXT,
    "sessionId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignOnVisit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_accountId_idx" ON "Passkey"("accountId");

-- CreateIndex
CREATE INDEX "SignOnProvider_savedById_idx" ON "SignOnProvider"("savedById");

-- CreateIndex
CREATE INDEX "SignOnDomain_institutionId_idx" ON "SignOnDomain"("institutionId");

-- CreateIndex
CREATE INDEX "SignOnDomain_addedById_idx" ON "SignOnDomain"("addedById");

-- CreateIndex
CREATE INDEX "LinkedIdentity_accountId_idx" ON "LinkedIdentity"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkedIdentity_institutionId_issuer_subject_key" ON "LinkedIdentity"("institutionId", "issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "SignOnVisit_hash_key" ON "SignOnVisit"("hash");

-- CreateIndex
CREATE INDEX "SignOnVisit_institutionId_idx" ON "SignOnVisit"("institutionId");

-- CreateIndex
CREATE INDEX "SignOnVisit_expiresAt_idx" ON "SignOnVisit"("expiresAt");

-- CreateIndex
CREATE INDEX "Session_identityId_idx" ON "Session"("identityId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "LinkedIdentity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOnProvider" ADD CONSTRAINT "SignOnProvider_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOnProvider" ADD CONSTRAINT "SignOnProvider_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOnDomain" ADD CONSTRAINT "SignOnDomain_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOnDomain" ADD CONSTRAINT "SignOnDomain_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkedIdentity" ADD CONSTRAINT "LinkedIdentity_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkedIdentity" ADD CONSTRAINT "LinkedIdentity_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOnVisit" ADD CONSTRAINT "SignOnVisit_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "SignOnProvider"("institutionId") ON DELETE CASCADE ON UPDATE CASCADE;


