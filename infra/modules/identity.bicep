import { resourceNames } from 'names.bicep'
import { roles } from 'roles.bicep'

param names resourceNames
param location string
param tags object

// The host keeps leases and the package in blobs, makes the queue of the blob trigger, and writes its own diagnostics to tables.
var accountRoles = [roles.blobDataOwner, roles.queueDataContributor, roles.tableDataContributor]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: names.identity
  location: location
  tags: tags
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: names.storage }

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in accountRoles: {
    name: guid(account.id, identity.id, role)
    scope: account
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]
