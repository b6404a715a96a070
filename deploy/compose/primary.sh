#!/bin/sh
# Run once, when the primary's folder is made: a role for replicas, and who may copy.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$REPLICATION_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE replicator LOGIN REPLICATION PASSWORD :'password';
ALTER SYSTEM SET max_slot_wal_keep_size = '4GB';
ALTER SYSTEM SET timezone = 'UTC';
SQL
echo 'host replication replicator samenet scram-sha-256' >>"$PGDATA/pg_hba.conf"
