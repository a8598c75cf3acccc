targetScope = 'resourceGroup'

import { namesOf } from 'modules/names.bicep'

@description('Name of this deployment, of letters, digits and hyphens; part of the names of its resources. Two may share a resource group.')
@minLength(2)
@maxLength(30)
param environmentName string

@description('Region of every resource.')
param location string = resourceGroup().location

@description('Close the storage to the internet, reach it by private endpoints, and let the app answer in the network only.')
param privateNetwork bool = false

@description('Redundancy of the storage account, where the region has it.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Days after which an upload moves to the cool tier.')
@minValue(0)
param exportsCoolAfterDays int = 30

@description('Days after which an upload is deleted. 0: never.')
@minValue(0)
param exportsDeleteAfterDays int = 0

@description('Memory of an instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How many instances there may be at most.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that always wait for uploads, so that the first event of a quiet day is not refused by a cold start. They cost as long as they wait.')
@minValue(0)
param alwaysReadyInstances int = 1

@description('What is written beside JSON lines and masks, as the command line takes it with --formats. Empty: the default.')
param derivatives string = ''

@description('What tables and derivatives say of the addresses of data, which may be signed. strip: without the query.')
@allowed(['keep', 'strip', 'hash', 'drop'])
param privacyUrls string = 'strip'

@description('What tables and derivatives say of the e-mail addresses of annotators.')
@allowed(['keep', 'hash', 'drop'])
param privacyEmails string = 'keep'

@description('What tables and derivatives say of the patient ids of DICOM data.')
@allowed(['keep', 'hash', 'drop'])
param privacyPatientIds string = 'keep'

@description('Secret that hashes are made with, such as 32 random bytes as base64. Needed where something is hashed.')
@secure()
param privacyKey string = ''

@description('Entries that an uploaded archive may have.')
@minValue(1)
param limitEntries int = 100000

@description('GiB that one entry may inflate to, and that a .json upload may have.')
@minValue(1)
param limitEntryGiB int = 32

@description('GiB that all entries of an archive may inflate to.')
@minValue(1)
param limitTotalGiB int = 64

@description('How many times its size an entry of more than 64 MiB may inflate to.')
@minValue(1)
param limitRatio int = 400

@description('Principal ids of the identities of jobs that drop exports: managed identities or service principals.')
param uploaderPrincipalIds string[] = []

@description('Principal ids of people or groups that read derivatives and tables.')
param readerPrincipalIds string[] = []

@description('Mail address that alerts go to. Empty: alerts are raised and show in the portal only.')
param alertEmail string = ''

@description('Days that logs, traces and metrics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Tenant that callers of the HTTP endpoints sign in to.')
param authTenantId string = tenant().tenantId

@description('Client id of the app registration of the HTTP endpoints. Empty: no sign-in, function keys alone.')
param authClientId string = ''

var names = namesOf(resourceGroup().id, environmentName)
var tags = { 'azd-env-name': environmentName }

module network 'modules/network.bicep' = if (privateNetwork) {
  params: { names: names, location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  params: {
    names: names
    location: location
    tags: tags
    sku: storageSku
    isPrivate: privateNetwork
    exportsCoolAfterDays: exportsCoolAfterDays
    exportsDeleteAfterDays: exportsDeleteAfterDays
  }
}

module storageEndpoints 'modules/endpoint.bicep' = [
  for service in privateNetwork ? ['blob', 'queue', 'table'] : []: {
    params: {
      names: names
      location: location
      tags: tags
      resourceId: resourceId('Microsoft.Storage/storageAccounts', names.storage)
      service: service
      zoneName: 'privatelink.${service}.${environment().suffixes.storage}'
    }
    dependsOn: [network, storage]
  }
]

module identity 'modules/identity.bicep' = {
  params: { names: names, location: location, tags: tags }
  dependsOn: [storage]
}

module access 'modules/access.bicep' = {
  params: { names: names, uploaderPrincipalIds: uploaderPrincipalIds, readerPrincipalIds: readerPrincipalIds }
  dependsOn: [storage]
}

module monitoring 'modules/monitoring.bicep' = {
  params: { names: names, location: location, tags: tags, logRetentionDays: logRetentionDays }
  dependsOn: [identity]
}

module app 'modules/app.bicep' = {
  params: {
    names: names
    location: location
    tags: tags
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    isPrivate: privateNetwork
    derivatives: derivatives
    privacyUrls: privacyUrls
    privacyEmails: privacyEmails
    privacyPatientIds: privacyPatientIds
    privacyKey: privacyKey
    limitEntries: limitEntries
    limitEntryGiB: limitEntryGiB
    limitTotalGiB: limitTotalGiB
    limitRatio: limitRatio
    authTenantId: authTenantId
    authClientId: authClientId
  }
  // The host asks for its storage as soon as it starts.
  dependsOn: [identity, monitoring, network, storageEndpoints]
}

module appEndpoint 'modules/endpoint.bicep' = if (privateNetwork) {
  params: {
    names: names
    location: location
    tags: tags
    resourceId: resourceId('Microsoft.Web/sites', names.app)
    service: 'sites'
    zoneName: 'privatelink.azurewebsites.net'
  }
  dependsOn: [app]
}

module topic 'modules/topic.bicep' = {
  params: { names: names, location: location, tags: tags }
  dependsOn: [storage]
}

module alerts 'modules/alerts.bicep' = {
  params: { names: names, location: location, tags: tags, alertEmail: alertEmail }
  dependsOn: [monitoring, topic]
}

module workbook 'modules/workbook.bicep' = {
  params: { names: names, location: location, tags: tags }
  dependsOn: [monitoring]
}

// azd hands it to subscribe.sh under this name.
output AZURE_FUNCTION_APP_NAME string = names.app
