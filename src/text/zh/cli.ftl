# 配置文件
config-unreadable = { $file }:无法读取({ $reason })
config-not-text = { $file }:{ $line }:{ $column }: 文件不是 UTF-8 文本
config-syntax = { $file }:{ $line }:{ $column }: 不是可读的 TOML({ $reason })
config-unknown-field = { $file }:{ $line }:{ $column }: 没有“{ $field }”这一设置;可用的设置:{ $known }
config-wrong-type = { $file }:{ $line }:{ $column }: “{ $field }”须为引号中的一个词
config-wrong-value = { $file }:{ $line }:{ $column }: “{ $field }”不能为“{ $value }”;可用的值:{ $known }
config-keys-no-table = { $file }:{ $line }:{ $column }: “keys”须为表:逐一列出命令及其按键
config-wrong-key = { $file }:{ $line }:{ $column }: “{ $command }”的按键须为引号中的词,一个或一个列表
