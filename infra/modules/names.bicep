// The only place where the infrastructure names anything that the code names too, or that both stages of a deployment name.

@export()
@description('Containers: the first three are the code\'s, the others are for events nobody took and for the app\'s package.')
var containers = {
  exports: 'exports'
  staging: 'staging'
  derivatives: 'derivatives'
  deadLetters: 'dead-letters'
  deployments: 'deployments'
}

@export()
var queues = [
  'finished-exports'
  'finished-exports-poison'
  'found-uploads'
  'found-uploads-poison'
  'label-rows'
  'label-rows-poison'
  'webjobs-blobtrigger-poison'
]

@export()
var tables = [
  'Exports'
  'Issues'
  'LabelRows'
  'Labels'
  'Objects'
]

@export()
@description('The function that events of uploads go to.')
var uploadFunction = 'UnpackExport'

@export()
type resourceNames = {
  @description('The part that the names share, but for that of the storage account, which must be short and plain.')
  base: string
  storage: string
  identity: string
  workspace: string
  insights: string
  app: string
  topic: string
  network: string
}

@export()
@description('Names of the resources that others refer to. They are known before anything is deployed, so a what-if and a snapshot see through them.')
func namesOf(groupId string, environmentName string) resourceNames => {
  base: baseOf(groupId, environmentName)
  storage: 'stencord${uniqueString(groupId, environmentName)}'
  identity: 'id-${baseOf(groupId, environmentName)}'
  workspace: 'log-${baseOf(groupId, environmentName)}'
  insights: 'appi-${baseOf(groupId, environmentName)}'
  app: 'func-${baseOf(groupId, environmentName)}'
  topic: 'evgt-${baseOf(groupId, environmentName)}'
  network: 'vnet-${baseOf(groupId, environmentName)}'
}

func baseOf(groupId string, environmentName string) string =>
  'encord-${toLower(environmentName)}-${take(uniqueString(groupId, environmentName), 6)}'
