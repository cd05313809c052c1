@documentation{ desc = Tcl/Tk 8.4, under the name that figure 2 of the V-MCS paper gives it. }
structure template tlk-8_4_19;

'name' = 'tlk';
'version' = '8.4.19';
'size' = 20;
