#!/usr/bin/env bash
# Adds one migration, composed from all modules, for the three database servers: tools/add-migration.sh AddSomething
set -euo pipefail
name=${1:?usage: tools/add-migration.sh NAME}
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build src/OneStop.Web -v q -nologo
for provider in Sqlite SqlServer PostgreSql; do
  Database__Provider=$provider dotnet ef migrations add "$name" --no-build \
    --context OneStopDbContext --project "src/OneStop.Migrations.$provider" --startup-project src/OneStop.Web --output-dir Migrations
done
