-- CreateTable
CREATE TABLE "ReferralPlan" (
    "accountId" UUID NOT NULL,
    "profileId" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "comparedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReferralPlan_pkey" PRIMARY KEY ("accountId", "profileId")
);

-- CreateIndex
CREATE INDEX "ReferralPlan_changedAt_idx" ON "ReferralPlan"("changedAt");

-- AddForeignKey
ALTER TABLE "ReferralPlan" ADD CONSTRAINT "ReferralPlan_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
