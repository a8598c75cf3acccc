using 'main.bicep'
extends 'shared.bicepparam'

param privateNetwork = true
