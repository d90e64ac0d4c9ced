metadata description = 'SalesBot: web app, bot registration with Teams, Cosmos DB, and one identity without secrets.'

@description('Names everything: letters, digits and hyphens. The web app becomes https://<name>.azurewebsites.net, so it must be free worldwide.')
@minLength(3)
@maxLength(40)
param name string

@description('Where it runs.')
param location string = resourceGroup().location

@description('Tenants whose people may talk to the bot; the first is also where imports go by default.')
param tenants array = [tenant().tenantId]

@description('App Service plan. P0v3 carries some thousand people; B1 is for trying it out.')
@allowed(['B1', 'P0v3', 'P1v3', 'P2v3'])
param plan string = 'P0v3'

@description('Instances that share the work. Two survive the loss of one.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('Container image with its digest, e.g. ghcr.io/you/salesbot@sha256:... Empty: the published program is deployed as a zip.')
param image string = ''

@description('The registry of that image, an Azure Container Registry in this resource group: the identity then gets the right to pull. Empty: a public one.')
param registry string = ''

@description('Where browsers and Teams reach the bot. Empty: the address of the web app; another one wants a host name of your own.')
param publicUrl string = ''

@description('Name of the Cosmos DB account. Empty: one of its own. After a restore: the account that it was restored into.')
param storeAccount string = ''

@description('Pays the store by the request instead of by the hour: for one organisation, or a trial. It can not be changed later.')
param storeServerless bool = false

@description('Highest request units a second of the store; a tenth of it is the floor that is paid for. Nothing where it is serverless.')
@minValue(1000)
param storeThroughput int = 1000

@description('Hosts that the bot may answer to in place of those of Teams in the public cloud, separated by commas. Empty: those of Teams.')
param allowedServiceUrls string = ''

@description('Conversation id of the channel that shows requests for approval. Empty: none.')
param approvalsChannel string = ''

@description('Chat endpoint that speaks the protocol of OpenAI. Empty: the embedded understanding alone.')
param modelEndpoint string = ''

@description('Model or deployment name at that endpoint.')
param modelName string = ''

@description('Key of that endpoint; it goes into a key vault.')
@secure()
param modelKey string = ''

@description('OpenTelemetry collector (OTLP). Empty: logs only.')
param otlpEndpoint string = ''

@description('How that collector is spoken to.')
@allowed(['grpc', 'http/protobuf'])
param otlpProtocol string = 'grpc'

@description('Headers that the collector wants, such as Authorization=Basic ...; they go into a key vault.')
@secure()
param otlpHeaders string = ''

@description('Where alerts are mailed to. Empty: no alerts.')
param alertsTo string = ''

@description('Further settings of the README by their names, e.g. { \'Organisation:Name\': \'Hotel Zonzicht\' }.')
param settings object = {}

var hasModelKey = !empty(modelEndpoint) && !empty(modelKey)
var hasHeaders = !empty(otlpEndpoint) && !empty(otlpHeaders)
var hasVault = hasModelKey || hasHeaders
var suffix = uniqueString(resourceGroup().id, name)
var database = 'salesbot'
var url = empty(publicUrl) ? 'https://${name}.azurewebsites.net' : publicUrl

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

// Where the data lives. No keys: the identity alone may read and write.
resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: empty(storeAccount) ? 'cosmos-${suffix}' : storeAccount
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: storeServerless ? [{ name: 'EnableServerless' }] : []
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: 'Continuous30Days' }
    }
  }
}

resource store 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: cosmos
  name: database
  properties: { resource: { id: database } }
}

// As data/Store/Cosmos/CosmosAccount.cs expects it; with data rights only, the bot can not make it by itself.
resource documents 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: store
  name: 'documents'
  properties: {
    resource: {
      id: 'documents'
      partitionKey: { kind: 'Hash', version: 2, paths: ['/pk'] }
      defaultTtl: -1
      indexingPolicy: {
        indexingMode: 'consistent'
        includedPaths: [{ path: '/pk/?' }, { path: '/id/?' }]
        excludedPaths: [{ path: '/*' }]
      }
    }
    options: storeServerless ? {} : { autoscaleSettings: { maxThroughput: storeThroughput } }
  }
}

// Cosmos DB Built-in Data Contributor: documents yes, account and containers no.
resource storeRights 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: cosmos
  name: guid(cosmos.id, identity.id, 'data')
  properties: {
    principalId: identity.properties.principalId
    roleDefinitionId: '${cosmos.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: cosmos.id
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = if (hasVault) {
  name: 'kv-${suffix}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
  }
}

resource modelSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (hasModelKey) {
  parent: vault
  name: 'model-key'
  properties: { value: modelKey }
}

resource headersSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (hasHeaders) {
  parent: vault
  name: 'otlp-headers'
  properties: { value: otlpHeaders }
}

// Key Vault Secrets User.
resource vaultRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (hasVault) {
  scope: vault
  name: guid(resourceGroup().id, name, 'secrets')
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
  }
}

resource images 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (!empty(registry)) {
  name: registry
}

// AcrPull.
resource pullRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(registry)) {
  scope: images
  name: guid(resourceGroup().id, name, 'pull')
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

resource farm 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: plan, capacity: instances }
  properties: { reserved: true }
}

var always = [
  { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
  { name: 'SalesBot__Channel__AppId', value: identity.properties.clientId }
  { name: 'SalesBot__Channel__AppType', value: 'UserAssignedMSI' }
  { name: 'SalesBot__Channel__TenantId', value: tenant().tenantId }
  { name: 'SalesBot__Tenants', value: join(tenants, ',') }
  { name: 'SalesBot__Store__Provider', value: 'cosmos' }
  { name: 'SalesBot__Store__Cosmos__Endpoint', value: cosmos.properties.documentEndpoint }
  { name: 'SalesBot__Store__Cosmos__Database', value: database }
  { name: 'SalesBot__Store__Cosmos__ConnectionMode', value: 'Direct' }
  { name: 'SalesBot__PublicUrl', value: url }
  // Beside the program and not below it, where the next release would take it away; shared by the instances.
  { name: 'SalesBot__Privacy__Ledger', value: '/home/data/salesbot.erasures' }
  { name: 'OTEL_SERVICE_NAME', value: name }
]
var withServiceUrls = empty(allowedServiceUrls) ? [] : [{ name: 'SalesBot__Channel__AllowedServiceUrls', value: allowedServiceUrls }]
var withApprovals = empty(approvalsChannel) ? [] : [{ name: 'SalesBot__Approvals__Channel', value: approvalsChannel }]
var withModel = empty(modelEndpoint) ? [] : [
  { name: 'SalesBot__Model__Endpoint', value: modelEndpoint }
  { name: 'SalesBot__Model__Name', value: modelName }
]
var withModelKey = hasModelKey ? [
  { name: 'SalesBot__Model__Key', value: '@Microsoft.KeyVault(SecretUri=${modelSecret!.properties.secretUriWithVersion})' }
] : []
var withTelemetry = empty(otlpEndpoint) ? [] : [
  { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
  { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: otlpProtocol }
]
var withHeaders = hasHeaders ? [
  { name: 'OTEL_EXPORTER_OTLP_HEADERS', value: '@Microsoft.KeyVault(SecretUri=${headersSecret!.properties.secretUriWithVersion})' }
] : []
// A container has no /home that stays unless it asks for it.
var withContainer = empty(image) ? [] : [
  { name: 'WEBSITES_PORT', value: '8080' }
  { name: 'WEBSITES_ENABLE_APP_SERVICE_STORAGE', value: 'true' }
]
var more = [for setting in items(settings): { name: 'SalesBot__${replace(setting.key, ':', '__')}', value: setting.value }]

resource web 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: empty(image) ? 'app,linux' : 'app,linux,container'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: farm.id
    httpsOnly: true
    // Any instance answers anybody.
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: empty(image) ? 'DOTNETCORE|10.0' : 'DOCKER|${image}'
      appCommandLine: empty(image) ? 'dotnet SalesBot.dll' : ''
      acrUseManagedIdentityCreds: !empty(registry)
      acrUserManagedIdentityID: empty(registry) ? null : identity.properties.clientId
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/health/ready'
      appSettings: concat(always, withServiceUrls, withApprovals, withModel, withModelKey, withTelemetry, withHeaders, withContainer, more)
    }
  }
  dependsOn: [documents, storeRights, vaultRights, pullRights]
}

resource webLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: web
  name: 'logs'
  properties: {
    workspaceId: logs.id
    logs: [
      { category: 'AppServiceConsoleLogs', enabled: true }
      { category: 'AppServicePlatformLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'SalesBot'
    endpoint: '${url}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, acceptedTerms: true }
  }
}

resource alertees 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertsTo)) {
  name: '${name}-alerts'
  location: 'global'
  properties: {
    groupShortName: 'SalesBot'
    enabled: true
    emailReceivers: [{ name: 'operations', emailAddress: alertsTo, useCommonAlertSchema: true }]
  }
}

resource unwell 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(alertsTo)) {
  name: '${name}-unwell'
  location: 'global'
  properties: {
    description: 'An instance is not ready: store or channel can not be reached.'
    severity: 1
    enabled: true
    scopes: [web.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [{
        name: 'health'
        criterionType: 'StaticThresholdCriterion'
        metricName: 'HealthCheckStatus'
        operator: 'LessThan'
        threshold: 100
        timeAggregation: 'Average'
      }]
    }
    actions: [{ actionGroupId: alertees.id }]
  }
}

// Event 302: a message that could not be delivered for a day. Event 201: a turn that ended in an error.
resource trouble 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = if (!empty(alertsTo)) {
  name: '${name}-trouble'
  location: location
  properties: {
    description: 'The log tells of an error: a turn that failed, or a message given up.'
    severity: 2
    enabled: true
    scopes: [logs.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      allOf: [{
        query: 'AppServiceConsoleLogs | where ResultDescription matches regex @"^(fail|crit): SalesBot"'
        timeAggregation: 'Count'
        operator: 'GreaterThan'
        threshold: 0
        failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
      }]
    }
    actions: { actionGroups: [alertees.id] }
    // The table comes with the first line of the log.
    skipQueryValidation: true
  }
}

@description('The messaging endpoint that Azure Bot Service calls.')
output endpoint string = bot.properties.endpoint

@description('What `pack --app-id` wants.')
output appId string = identity.properties.clientId

@description('What `pack --domain` wants.')
output domain string = split(url, '/')[2]

@description('The Cosmos DB account.')
output storeAccount string = cosmos.name

@description('The address of the store.')
output storeEndpoint string = cosmos.properties.documentEndpoint
