@documentation{ desc = The entropy gathering daemon. }
structure template egd;

'name' = 'egd';
'version' = '0.9';
