using none

// What differs from deployment to deployment comes from the environment: azd's own, a pipeline's variables, or the shell's.
// What does not is written into public.bicepparam or private.bicepparam.

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param alertEmail = readEnvironmentVariable('ENCORD_ALERT_EMAIL', '')
param uploaderPrincipalIds = filter(split(readEnvironmentVariable('ENCORD_UPLOADERS', ''), ','), id => !empty(id))
param readerPrincipalIds = filter(split(readEnvironmentVariable('ENCORD_READERS', ''), ','), id => !empty(id))
param authClientId = readEnvironmentVariable('ENCORD_AUTH_CLIENT_ID', '')
param derivatives = readEnvironmentVariable('ENCORD_DERIVATIVES', '')
param privacyKey = readEnvironmentVariable('ENCORD_PRIVACY_KEY', '')
