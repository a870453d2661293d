-- CreateTable
CREATE TABLE "CertificateProposal" (
    "id" UUID NOT NULL,
    "certificateId" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "nameArabic" TEXT,
    "nameLatin" TEXT,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decision" TEXT,
    "refusalReason" TEXT,

    CONSTRAINT "CertificateProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CertificateProposal_certificateId_idx" ON "CertificateProposal"("certificateId");

-- CreateIndex
CREATE INDEX "CertificateProposal_institutionId_idx" ON "CertificateProposal"("institutionId");

-- CreateIndex
CREATE INDEX "CertificateProposal_proposedById_idx" ON "CertificateProposal"("proposedById");

-- CreateIndex
CREATE INDEX "CertificateProposal_decidedById_idx" ON "CertificateProposal"("decidedById");

-- AddForeignKey
ALTER TABLE "CertificateProposal" ADD CONSTRAINT "CertificateProposal_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateProposal" ADD CONSTRAINT "CertificateProposal_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateProposal" ADD CONSTRAINT "CertificateProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateProposal" ADD CONSTRAINT "CertificateProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say: one open proposal for each certificate.
CREATE UNIQUE INDEX "CertificateProposal_open_key" ON "CertificateProposal"("certificateId") WHERE "decision" IS NULL;

-- Whoever asks for it does not carry it out.
ALTER TABLE "CertificateProposal" ADD CONSTRAINT "CertificateProposal_two_people" CHECK ("decision" = 'taken-back' OR "decidedById" <> "proposedById");
