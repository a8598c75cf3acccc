import { containers, resourceNames } from 'names.bicep'
import { roles } from 'roles.bicep'

param names resourceNames
param uploaderPrincipalIds string[]
param readerPrincipalIds string[]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: names.storage

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource exports 'containers' existing = { name: containers.exports }
    resource derivatives 'containers' existing = { name: containers.derivatives }
  }
}

// No built-in role may write blobs without reading them, so the narrow thing is the scope: this one container.
resource uploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for id in uploaderPrincipalIds: {
    name: guid(account::blobService::exports.id, id, roles.blobDataContributor)
    scope: account::blobService::exports
    properties: {
      principalId: id
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    }
  }
]

// Readers are people and groups, so the kind of principal is left to be looked up.
resource results 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for id in readerPrincipalIds: {
    name: guid(account::blobService::derivatives.id, id, roles.blobDataReader)
    scope: account::blobService::derivatives
    properties: {
      principalId: id
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataReader)
    }
  }
]

resource tables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for id in readerPrincipalIds: {
    name: guid(account.id, id, roles.tableDataReader)
    scope: account
    properties: {
      principalId: id
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataReader)
    }
  }
]
