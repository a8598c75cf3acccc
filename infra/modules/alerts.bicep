import { resourceNames } from 'names.bicep'

param names resourceNames
param location string
param tags object

@description('Empty: the alerts are raised, and nobody is written to.')
param alertEmail string

// docs/operations.md says of each what to do. The worker sends its logs to AppTraces, or to AppExceptions where one is logged with an exception,
// with the id of the event in Properties; other libraries have the same ids, so the category is asked for too. Metrics are in AppMetrics, with
// the value in Sum.
var logAlerts = [
  {
    name: 'tries-used-up'
    severity: 1
    description: 'The tries of an upload, a label row or a finish are used up.'
    window: 'PT10M'
    query: 'union AppTraces, AppExceptions | where Properties.CategoryName startswith "EncordFunctions." and toint(Properties.EventId) in (400, 401, 403, 404)'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'does-not-add-up'
    severity: 1
    description: 'The counts of a finished export do not add up, so it is Failed.'
    window: 'PT10M'
    query: 'union AppTraces, AppExceptions | where Properties.CategoryName startswith "EncordFunctions." and toint(Properties.EventId) == 303'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'export-stalled'
    severity: 1
    description: 'An export is older than an hour and not finished.'
    window: 'PT15M'
    query: 'AppMetrics | where Name == "encord.exports.oldest" | summarize arg_max(TimeGenerated, Sum) | where Sum > 3600'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'sweep-missing'
    severity: 1
    description: 'The sweep, which runs every five minutes, was not seen for half an hour: the app does not run, or its telemetry does not arrive.'
    window: 'PT30M'
    query: 'AppMetrics | where Name == "encord.exports.open"'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'error-rate'
    severity: 2
    description: 'More than a tenth of the steps of a quarter of an hour failed, and at least ten of them.'
    window: 'PT15M'
    query: '''
      AppMetrics
      | where Name == "encord.step.duration"
      | summarize TimeGenerated = max(TimeGenerated), Failed = sumif(ItemCount, tostring(Properties.outcome) == "error"), All = sum(ItemCount)
      | where Failed >= 10 and Failed * 10 > All
      '''
    operator: 'GreaterThan'
    threshold: 0
  }
]

var eventAlerts = [
  {
    name: 'dead-letters'
    severity: 1
    description: 'Event Grid could not deliver the event of an upload and put it into the container dead-letters.'
    metric: 'DeadLetteredCount'
  }
  {
    name: 'events-dropped'
    severity: 1
    description: 'Event Grid dropped the event of an upload: it could be neither delivered nor kept as a dead letter.'
    metric: 'DroppedEventCount'
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = { name: names.workspace }
resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = { name: names.topic }

resource receivers 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: 'ag-${names.base}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'encord'
    emailReceivers: [{ name: 'operators', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

resource logRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: 'alert-${alert.name}-${names.base}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.description
      enabled: true
      severity: alert.severity
      scopes: [workspace.id]
      evaluationFrequency: 'PT5M'
      windowSize: alert.window
      autoMitigate: true
      // A new workspace has no tables yet.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: empty(alertEmail) ? [] : [receivers.id] }
    }
  }
]

resource eventRules 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in eventAlerts: {
    name: 'alert-${alert.name}-${names.base}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.description
      enabled: true
      severity: alert.severity
      scopes: [topic.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: alert.name
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: alert.metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: empty(alertEmail) ? [] : [{ actionGroupId: receivers.id }]
    }
  }
]
