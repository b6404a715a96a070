#!/usr/bin/env bash
# Puts a commit into service on this machine without a failed request: release.sh REPOSITORY COMMIT (or a branch or a tag)
# Builds it beside the one that is served, checks the content with the new code, keeps the scripts of all builds, and restarts the
# web processes one after the other, each once the one before is ready. A release that fails before changes nothing that is served;
# where a process does not become ready with it, the build before is put back, and processes that had the new one are restarted. To
# go back, run it with the commit before (its folder is still there, and is used as it is). Run it as the account of the web
# processes, which deploy/README.md lets restart them and nothing else.
set -euo pipefail

repository=${1:?"release.sh REPOSITORY COMMIT"}
wanted=${2:?"release.sh REPOSITORY COMMIT"}
home=${TICKMARK_HOME:-/srv/tickmark}
ports=${TICKMARK_PORTS:-"3001 3002 3003"}
settings=${TICKMARK_SETTINGS:-/etc/tickmark/jobs.env}

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo --non-interactive"
say() { printf '%s\n' "$*" >&2; }

# One release at a time.
exec 9>"$home/release.lock"
flock --nonblock 9 || { say "Another release is at work."; exit 1; }

# A branch stands for another commit each time, so a release is known by its hash.
arriving="$home/arriving"
rm -rf "$arriving"
git clone --quiet --no-checkout "$repository" "$arriving"
commit=$(git -C "$arriving" rev-parse --verify --quiet "origin/$wanted^{commit}" ||
  git -C "$arriving" rev-parse --verify --quiet "$wanted^{commit}") || { say "There is no $wanted in $repository"; exit 1; }
release="$home/releases/$commit"
if [ ! -f "$release/.tickmark/released" ]; then
  rm -rf "$release"
  mkdir -p "$home/releases"
  mv "$arriving" "$release"
  git -C "$release" checkout --quiet --detach "$commit"
  # Where the database is, and where readers find the site, which is written into pages.
  set -a
  # shellcheck source=/dev/null
  . "$settings"
  set +a
  : "${DATABASE_URL:?"$settings must name the database"}" "${SITE_URL:?"$settings must say where readers find the site"}"
  # Migrations are such that the build before goes on with them; then figures, the gate, and the build.
  (cd "$release" && npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev --no-audit --no-fund)
  touch "$release/.tickmark/released"
fi
rm -rf "$arriving"

# Scripts of all builds side by side: who opened a page before still gets its parts. Those of this build are young again.
mkdir -p "$home/static/_next/static"
cp -R --no-clobber "$release/.next/static/." "$home/static/_next/static/"
(cd "$release/.next/static" && find . -type f -print0) | (cd "$home/static/_next/static" && xargs -0 touch)
find "$home/static" -type f \( -name '*.js' -o -name '*.css' \) -size +1k \
  -exec sh -c 'for file; do if [ -f "$file.gz" ]; then touch "$file.gz"; else gzip -9 -k -n "$file"; fi; done' sh {} +

serve() {
  ln -sfn "$1" "$home/next"
  mv -T "$home/next" "$home/current"
}
restart() {
  say "restarting $1"
  $as_root systemctl restart "tickmark@$1.service"
}
before=$(readlink "$home/current" || true)
serve "$release"
begun=""
for port in $ports; do
  begun="$port $begun"
  restart "$port" && continue
  [ -n "$before" ] || { say "$commit does not become ready, and there is no build before it"; exit 1; }
  say "$commit does not become ready at $port: back to $(basename "$before")"
  serve "$before"
  for begun_port in $begun; do restart "$begun_port" || say "$begun_port does not become ready with it either"; done
  exit 1
done

# The newest three stay, to go back to. Scripts that no build of the last half year had go.
find "$home/releases" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' | sort -rn | tail -n +4 | cut -d' ' -f2- |
  while read -r old; do
    [ "$old" = "$(readlink -f "$home/current")" ] || rm -rf "$old"
  done
find "$home/static" -type f -mtime +180 -delete
say "$commit is served"
