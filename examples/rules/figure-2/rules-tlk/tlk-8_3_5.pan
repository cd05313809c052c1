@documentation{ desc = Tcl/Tk 8.3, under the name that figure 2 of the V-MCS paper gives it. }
structure template tlk-8_3_5;

'name' = 'tlk';
'version' = '8.3.5';
'size' = 20;
