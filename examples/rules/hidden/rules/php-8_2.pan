structure template php-8_2;

'name' = 'php';
'version' = '8.2';
valid '/software/packages/libxml2/version' >= '2.9';
