-- Web processes may write these two tables and nothing else. What they write are hashes and salts of 44 signs at the most, and nobody
-- shall keep longer things here.
ALTER TABLE "allowance" ADD CONSTRAINT "allowance_asker_is_short" CHECK (length("asker") <= 64);
ALTER TABLE "allowance_salt" ADD CONSTRAINT "allowance_salt_is_short" CHECK (length("salt") <= 64);
