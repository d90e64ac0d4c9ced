using 'main.bicep'

// What a deployment sets; what stands here no longer is taken back by the next one. docs/deployment.md tells where the values in the
// environment come from, main.bicep what more there is.
param name = readEnvironmentVariable('NAME')
param publicUrl = readEnvironmentVariable('PUBLIC_URL', '')
param storeAccount = readEnvironmentVariable('STORE_ACCOUNT', '')
param image = readEnvironmentVariable('IMAGE', '')
param registry = readEnvironmentVariable('REGISTRY', '')
param modelKey = readEnvironmentVariable('MODEL_KEY', '')
param otlpHeaders = readEnvironmentVariable('OTLP_HEADERS', '')

// Yours to fill in.
param alertsTo = ''
param approvalsChannel = ''
param modelEndpoint = ''
param modelName = ''
param otlpEndpoint = ''
param settings = {
  // 'Organisation:Name': 'Hotel Zonzicht'
  // 'Organisation:Address': 'Strandweg 1;2042 AA Zandvoort'
}
