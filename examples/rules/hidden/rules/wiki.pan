structure template wiki;

'name' = 'wiki';
'version' = '1.39';
valid '/software/packages/php/version' ~ '7.4 - 8.1';
valid '/software/packages/database';
valid '/software/packages/web-server';
