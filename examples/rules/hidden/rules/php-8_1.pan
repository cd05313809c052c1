structure template php-8_1;

'name' = 'php';
'version' = '8.1';
valid '/software/packages/libxml2/version' >= '2.9';
