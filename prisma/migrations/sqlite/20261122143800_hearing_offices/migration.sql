-- AlterTable
ALTER TABLE "HearingRow" ADD COLUMN "officeRoles" TEXT NOT NULL DEFAULT '[]';
