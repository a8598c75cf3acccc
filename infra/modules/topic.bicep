import { containers, resourceNames } from 'names.bicep'
import { roles } from 'roles.bicep'

param names resourceNames
param location string
param tags object

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: names.storage

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = { name: containers.deadLetters }
  }
}

// An identity of its own: Event Grid may write dead letters and nothing else.
resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: names.topic
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { source: account.id, topicType: 'Microsoft.Storage.StorageAccounts' }
}

resource deadLettering 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobService::deadLetters.id, topic.id, roles.blobDataContributor)
  scope: account::blobService::deadLetters
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
  }
}
