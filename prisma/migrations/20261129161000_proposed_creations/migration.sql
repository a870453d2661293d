-- What a proposal makes that is not there yet: at most one proposal for each, until it is in the files or refused.
ALTER TABLE "EditorialProposal" ADD COLUMN "creates" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "EditorialProposal_creates_key" ON "EditorialProposal"("creates") WHERE "state" IN ('open', 'accepted');
