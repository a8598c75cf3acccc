using 'events.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
