structure template php-7_3;

'name' = 'php';
'version' = '7.3';
valid '/software/packages/libxml2/version' >= '2.9';
