# The configuration file
config-unreadable = { $file }: cannot be read ({ $reason })
config-not-text = { $file }:{ $line }:{ $column }: the file is not UTF-8 text
config-syntax = { $file }:{ $line }:{ $column }: not readable as TOML ({ $reason })
config-unknown-field = { $file }:{ $line }:{ $column }: there is no setting “{ $field }”; the settings are: { $known }
config-wrong-type = { $file }:{ $line }:{ $column }: “{ $field }” takes a word in quotation marks
config-wrong-value = { $file }:{ $line }:{ $column }: “{ $field }” cannot be “{ $value }”; it can be: { $known }
config-keys-no-table = { $file }:{ $line }:{ $column }: “keys” is a table: each command with its keys
config-wrong-key = { $file }:{ $line }:{ $column }: the keys of “{ $command }” are words in quotation marks, one or a list
