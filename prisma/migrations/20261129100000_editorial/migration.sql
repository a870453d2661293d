-- AlterTable
ALTER TABLE "Role" ADD COLUMN     "scope" JSONB,
ADD COLUMN     "signer" TEXT;

-- AlterTable
ALTER TABLE "RoleOffer" ADD COLUMN     "scope" JSONB;

-- CreateTable
CREATE TABLE "EditorialSignature" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID,
    "signer" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "held" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "exportedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EditorialSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditorialThread" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "block" TEXT,
    "passageHash" TEXT,
    "passage" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EditorialThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditorialComment" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "accountId" UUID,
    "signer" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "mentions" TEXT[],

    CONSTRAINT "EditorialComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditorialProposal" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "language" TEXT,
    "summary" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "proposedById" UUID,
    "signer" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "commit" TEXT,

    CONSTRAINT "EditorialProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditorialAssignment" (
    "kind" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EditorialAssignment_pkey" PRIMARY KEY ("kind", "textId", "language", "area")
);

-- CreateTable
CREATE TABLE "EditorialReading" (
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "reachedEndAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EditorialReading_pkey" PRIMARY KEY ("accountId", "kind", "textId", "language")
);

-- CreateTable
CREATE TABLE "BankOpening" (
    "accountId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BankOpening_pkey" PRIMARY KEY ("accountId", "courseId")
);

-- CreateTable
CREATE TABLE "EditorialCandidate" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EditorialCandidate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Role_signer_idx" ON "Role"("signer");

-- CreateIndex
CREATE UNIQUE INDEX "EditorialSignature_held_key" ON "EditorialSignature"("held");

-- CreateIndex
CREATE INDEX "EditorialSignature_kind_textId_idx" ON "EditorialSignature"("kind", "textId");

-- CreateIndex
CREATE INDEX "EditorialSignature_accountId_idx" ON "EditorialSignature"("accountId");

-- CreateIndex
CREATE INDEX "EditorialSignature_signer_idx" ON "EditorialSignature"("signer");

-- CreateIndex
CREATE INDEX "EditorialThread_kind_textId_idx" ON "EditorialThread"("kind", "textId");

-- CreateIndex
CREATE INDEX "EditorialComment_threadId_idx" ON "EditorialComment"("threadId");

-- CreateIndex
CREATE INDEX "EditorialComment_accountId_idx" ON "EditorialComment"("accountId");

-- CreateIndex
CREATE INDEX "EditorialProposal_kind_textId_idx" ON "EditorialProposal"("kind", "textId");

-- CreateIndex
CREATE INDEX "EditorialProposal_state_idx" ON "EditorialProposal"("state");

-- CreateIndex
CREATE INDEX "EditorialProposal_proposedById_idx" ON "EditorialProposal"("proposedById");

-- CreateIndex
CREATE INDEX "EditorialProposal_decidedById_idx" ON "EditorialProposal"("decidedById");

-- CreateIndex
CREATE INDEX "EditorialAssignment_accountId_idx" ON "EditorialAssignment"("accountId");

-- AddForeignKey
ALTER TABLE "EditorialSignature" ADD CONSTRAINT "EditorialSignature_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorialComment" ADD CONSTRAINT "EditorialComment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "EditorialThread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorialComment" ADD CONSTRAINT "EditorialComment_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorialProposal" ADD CONSTRAINT "EditorialProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorialProposal" ADD CONSTRAINT "EditorialProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorialAssignment" ADD CONSTRAINT "EditorialAssignment_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorialReading" ADD CONSTRAINT "EditorialReading_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankOpening" ADD CONSTRAINT "BankOpening_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
