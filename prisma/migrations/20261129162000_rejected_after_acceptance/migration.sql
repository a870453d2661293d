-- AlterTable
ALTER TABLE "EditorialProposal" ADD COLUMN     "acceptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "acceptedById" UUID;

-- What was accepted before was accepted by whoever decided it.
UPDATE "EditorialProposal" SET "acceptedAt" = "decidedAt", "acceptedById" = "decidedById"
WHERE state IN ('accepted', 'exported', 'conflict');

-- CreateIndex
CREATE INDEX "EditorialProposal_acceptedById_idx" ON "EditorialProposal"("acceptedById");

-- AddForeignKey
ALTER TABLE "EditorialProposal" ADD CONSTRAINT "EditorialProposal_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
