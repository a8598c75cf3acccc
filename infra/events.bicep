targetScope = 'resourceGroup'

import { containers, namesOf, uploadFunction } from 'modules/names.bicep'

// The second stage, after the code: the key that Event Grid must bring exists only once a host has loaded a blob trigger.

@description('The same as in main.bicep.')
@minLength(2)
@maxLength(30)
param environmentName string

var names = namesOf(resourceGroup().id, environmentName)

resource app 'Microsoft.Web/sites@2025-03-01' existing = { name: names.app }
resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: names.storage }

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: names.topic

  resource uploads 'eventSubscriptions' = {
    name: 'uploads'
    properties: {
      destination: {
        endpointType: 'WebHook'
        properties: {
          // The extension takes an event of another function's name for done, so the name is a fact that a test holds.
          #disable-next-line use-resource-symbol-reference // Bicep has no type for a host.
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${uploadFunction}&code=${listKeys('${app.id}/host/default', '2023-12-01').systemKeys.blobs_extension}'
          maxEventsPerBatch: 1
        }
      }
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: { resourceId: storage.id, blobContainerName: containers.deadLetters }
        }
      }
      eventDeliverySchema: 'EventGridSchema'
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        // Without /blobs/ at its end the prefix would also fit a container exports-old.
        subjectBeginsWith: '/blobServices/default/containers/${containers.exports}/blobs/'
        advancedFilters: [
          // subjectEndsWith takes one ending. Two subscriptions would do too, but an event then has two ways to be lost.
          { operatorType: 'StringEndsWith', key: 'Subject', values: ['.zip', '.json'] }
          // One upload may tell of itself several times; these are the calls that end one.
          {
            operatorType: 'StringIn'
            key: 'data.api'
            values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose']
          }
          { operatorType: 'NumberGreaterThan', key: 'data.contentLength', value: 0 }
        ]
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    }
  }
}
