#!/usr/bin/env sh
# Deploys everything without azd: the resources, the code, and the subscription to events of uploads.
set -eu

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
  echo "usage: infra/deploy.sh NAME RESOURCE_GROUP [public|private]" >&2
  exit 2
fi
for tool in az dotnet zip; do
  command -v "$tool" >/dev/null || { echo "$tool is missing." >&2; exit 2; }
done
cd "$(dirname "$0")/.."

export AZURE_ENV_NAME="$1" AZURE_RESOURCE_GROUP="$2"
parameters=infra/${3:-public}.bicepparam

echo "1 of 3: the resources"
az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name "encord-$AZURE_ENV_NAME" --parameters "$parameters" --output none
AZURE_FUNCTION_APP_NAME=$(az functionapp list --resource-group "$AZURE_RESOURCE_GROUP" \
  --query "[?tags.\"azd-env-name\" == '$AZURE_ENV_NAME'].name" --output tsv)
export AZURE_FUNCTION_APP_NAME

echo "2 of 3: the code"
rm -rf artifacts/app artifacts/app.zip
dotnet publish src/EncordFunctions --configuration Release --output artifacts/app
(cd artifacts/app && zip --quiet --recurse-paths ../app.zip .)
az functionapp deployment source config-zip --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP_NAME" \
  --src artifacts/app.zip --output none

echo "3 of 3: the events"
infra/subscribe.sh
