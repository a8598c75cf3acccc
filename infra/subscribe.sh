#!/usr/bin/env sh
# Subscribes the app to the events of uploads. That is a stage of its own: Event Grid must bring a key that the app's host makes when
# it first starts with the code. deploy.sh and azd call this once the code is there; it may run again at any time.
set -eu
cd "$(dirname "$0")/.."

: "${AZURE_ENV_NAME:?is not set}" "${AZURE_RESOURCE_GROUP:?is not set}" "${AZURE_FUNCTION_APP_NAME:?is not set}"
if [ -n "${AZURE_SUBSCRIPTION_ID:-}" ]; then set -- --subscription "$AZURE_SUBSCRIPTION_ID"; else set --; fi

# Only asks whether the key is there, so that it appears nowhere.
has_key() {
  az functionapp keys list "$@" --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP_NAME" \
    --query "contains(keys(systemKeys), 'blobs_extension')" --output tsv 2>/dev/null
}

tries=60
until [ "$(has_key "$@")" = true ]; do
  tries=$((tries - 1))
  if [ "$tries" -eq 0 ]; then
    echo "The app $AZURE_FUNCTION_APP_NAME has made no key for its blob trigger in ten minutes. Does it start? Its logs tell; then run this again." >&2
    exit 1
  fi
  [ "$tries" -ne 59 ] || echo "Waiting for the app to start and to make the key of its blob trigger."
  sleep 10
done

az deployment group create "$@" --resource-group "$AZURE_RESOURCE_GROUP" --name "encord-$AZURE_ENV_NAME-events" \
  --parameters infra/events.bicepparam --output none
echo "Uploads to the container exports are told to the app $AZURE_FUNCTION_APP_NAME."
