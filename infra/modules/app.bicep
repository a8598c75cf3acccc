import { containers, resourceNames } from 'names.bicep'

param names resourceNames
param location string
param tags object
param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyInstances int
param isPrivate bool
param derivatives string
param privacyUrls string
param privacyEmails string
param privacyPatientIds string
@secure()
param privacyKey string
param limitEntries int
param limitEntryGiB int
param limitTotalGiB int
param limitRatio int
param authTenantId string
param authClientId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: names.identity }
resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: names.storage }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: names.insights }

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' existing = {
  name: names.network

  resource subnet 'subnets' existing = { name: 'app' }
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${names.base}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: names.app
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: isPrivate ? network::subnet.id : null
    siteConfig: {
      minTlsVersion: '1.2'
      // In a private network the app answers in the network only. Event Grid calls it from outside and has its own address range.
      ipSecurityRestrictionsDefaultAction: isPrivate ? 'Deny' : 'Allow'
      ipSecurityRestrictions: isPrivate
        ? [{ name: 'event-grid', priority: 100, action: 'Allow', tag: 'ServiceTag', ipAddress: 'AzureEventGrid' }]
        : []
      // Deployments come from outside, with an Entra token.
      scmIpSecurityRestrictionsUseMain: false
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${containers.deployments}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        // The first event must find a host that has loaded the key it brings; a cold one may refuse it for good.
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'blob', instanceCount: alwaysReadyInstances }]
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: storage.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      Derivatives: derivatives
      Privacy__Urls: privacyUrls
      Privacy__Emails: privacyEmails
      Privacy__PatientIds: privacyPatientIds
      Limits__Entries: '${limitEntries}'
      Limits__EntryGiB: '${limitEntryGiB}'
      Limits__TotalGiB: '${limitTotalGiB}'
      Limits__Ratio: '${limitRatio}'
      ...(empty(privacyKey) ? {} : { Privacy__Key: privacyKey })
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

// Who calls must be signed in; the function keys stay on beside it. Event Grid brings the key of the blob trigger instead.
resource signIn 'Microsoft.Web/sites/config@2025-03-01' = if (!empty(authClientId)) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
      excludedPaths: ['/runtime/webhooks/blobs']
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: authClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${authTenantId}/v2.0'
        }
        validation: { allowedAudiences: ['api://${authClientId}', authClientId] }
      }
    }
    login: { tokenStore: { enabled: false } }
  }
}
