-- AlterTable
ALTER TABLE "DocumentVersion" ADD COLUMN     "authors" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "upTo" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "DocumentWriter" (
    "name" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "lastSeq" INTEGER NOT NULL,
    "at" TEXT NOT NULL,

    CONSTRAINT "DocumentWriter_pkey" PRIMARY KEY ("name","personId")
);

-- CreateIndex
CREATE INDEX "DocumentVersion_name_upTo_idx" ON "DocumentVersion"("name", "upTo");
