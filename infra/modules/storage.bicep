import { containers, queues, resourceNames, tables } from 'names.bicep'

param names resourceNames
param location string
param tags object
param sku string
param isPrivate bool
param exportsCoolAfterDays int
param exportsDeleteAfterDays int

var restoreDays = 7
var stagingDays = 14
var deadLetterDays = 90

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: names.storage
  location: location
  tags: tags
  sku: { name: sku }
  kind: 'StorageV2'
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    // Event Grid writes dead letters as a trusted service, also where the account is closed to everybody else.
    networkAcls: { bypass: 'AzureServices', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }

  resource blobService 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: restoreDays }
      containerDeleteRetentionPolicy: { enabled: true, days: restoreDays }
    }

    resource container 'containers' = [
      for item in items(containers): { name: item.value, properties: { publicAccess: 'None' } }
    ]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [for queue in queues: { name: queue }]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for table in tables: { name: table }]
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'exports'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containers.exports}/'] }
              actions: {
                baseBlob: {
                  tierToCool: { daysAfterModificationGreaterThan: exportsCoolAfterDays }
                  ...(exportsDeleteAfterDays == 0
                    ? {}
                    : { delete: { daysAfterModificationGreaterThan: exportsDeleteAfterDays } })
                }
              }
            }
          }
          {
            name: 'staging'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containers.staging}/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: stagingDays } } }
            }
          }
          {
            name: 'dead-letters'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containers.deadLetters}/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: deadLetterDays } } }
            }
          }
        ]
      }
    }
  }
}
