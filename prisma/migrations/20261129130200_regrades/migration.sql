-- CreateTable
CREATE TABLE "RegradeProposal" (
    "id" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "releaseId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "effect" JSONB NOT NULL,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decision" TEXT,
    "refusalReason" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegradeProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegradedAttempt" (
    "proposalId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "effect" TEXT NOT NULL,
    "earnedBefore" DOUBLE PRECISION NOT NULL,
    "earnedAfter" DOUBLE PRECISION NOT NULL,
    "regradedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegradedAttempt_pkey" PRIMARY KEY ("proposalId","attemptId")
);

-- CreateIndex
CREATE INDEX "RegradeProposal_courseId_idx" ON "RegradeProposal"("courseId");

-- CreateIndex
CREATE INDEX "RegradeProposal_releaseId_idx" ON "RegradeProposal"("releaseId");

-- CreateIndex
CREATE INDEX "RegradeProposal_proposedById_idx" ON "RegradeProposal"("proposedById");

-- CreateIndex
CREATE INDEX "RegradeProposal_decidedById_idx" ON "RegradeProposal"("decidedById");

-- CreateIndex
CREATE INDEX "RegradedAttempt_attemptId_idx" ON "RegradedAttempt"("attemptId");

-- AddForeignKey
ALTER TABLE "RegradeProposal" ADD CONSTRAINT "RegradeProposal_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeProposal" ADD CONSTRAINT "RegradeProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeProposal" ADD CONSTRAINT "RegradeProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradedAttempt" ADD CONSTRAINT "RegradedAttempt_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "RegradeProposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradedAttempt" ADD CONSTRAINT "RegradedAttempt_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One proposal about a question waits or is carried out at a time.
CREATE UNIQUE INDEX "RegradeProposal_open_key" ON "RegradeProposal"("courseId", "questionId") WHERE "decision" IS NULL;

-- Nobody decides on her own proposal.
ALTER TABLE "RegradeProposal" ADD CONSTRAINT "RegradeProposal_two_people" CHECK ("decision" = 'taken-back' OR "decidedById" <> "proposedById");
