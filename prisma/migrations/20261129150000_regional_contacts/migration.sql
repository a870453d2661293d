-- CreateTable
CREATE TABLE "RegionalContact" (
    "id" UUID NOT NULL,
    "institutionId" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "nameArabic" TEXT NOT NULL,
    "nameLatin" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "addressArabic" TEXT,
    "addressLatin" TEXT,
    "hoursArabic" TEXT,
    "hoursLatin" TEXT,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "sourceDay" DATE NOT NULL,
    "replacesId" UUID,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "sourceSeen" BOOLEAN NOT NULL DEFAULT false,
    "refusalReason" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegionalContact_pkey" PRIMARY KEY ("id"),
    -- Nothing is shown that the platform has not looked up, and nothing for ever.
    CONSTRAINT "RegionalContact_accepted" CHECK (
        "state" NOT IN ('accepted', 'superseded')
        OR ("sourceSeen" AND "decidedAt" IS NOT NULL AND "confirmedAt" IS NOT NULL AND "expiresAt" IS NOT NULL))
);

-- CreateIndex
CREATE INDEX "RegionalContact_institutionId_idx" ON "RegionalContact"("institutionId");

-- CreateIndex
CREATE INDEX "RegionalContact_state_region_idx" ON "RegionalContact"("state", "region");

-- CreateIndex
CREATE INDEX "RegionalContact_replacesId_idx" ON "RegionalContact"("replacesId");

-- CreateIndex
CREATE INDEX "RegionalContact_proposedById_idx" ON "RegionalContact"("proposedById");

-- CreateIndex
CREATE INDEX "RegionalContact_decidedById_idx" ON "RegionalContact"("decidedById");

-- One change of a contact awaits a decision at a time.
CREATE UNIQUE INDEX "RegionalContact_change_key" ON "RegionalContact"("replacesId") WHERE "state" = 'proposed';

-- AddForeignKey
ALTER TABLE "RegionalContact" ADD CONSTRAINT "RegionalContact_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "Institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionalContact" ADD CONSTRAINT "RegionalContact_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "RegionalContact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionalContact" ADD CONSTRAINT "RegionalContact_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegionalContact" ADD CONSTRAINT "RegionalContact_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
