import { resourceNames } from 'names.bicep'

param names resourceNames
param location string
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = { name: names.workspace }

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspace.id, 'exports')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Exports of ${names.base}'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: string(union(loadJsonContent('../workbook.json'), { fallbackResourceIds: [workspace.id] }))
  }
}
