ALTER TABLE "drafts" ADD COLUMN "device" text;
